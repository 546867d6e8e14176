namespace Slackline.Queries.Syntax;

/// <summary><c>endpoint like "core/*"</c>, <c>endpoint not under "core"</c></summary>
internal sealed record PatternSyntax(SyntaxNode Operand, PatternKind Kind, StringSyntax Pattern, bool Negated, SourceSpan Span)
    : SyntaxNode(Span);
