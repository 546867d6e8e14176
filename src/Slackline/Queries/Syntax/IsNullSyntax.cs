namespace Slackline.Queries.Syntax;

/// <summary><c>slack is null</c></summary>
internal sealed record IsNullSyntax(SyntaxNode Operand, bool Negated, SourceSpan Span) : SyntaxNode(Span);
