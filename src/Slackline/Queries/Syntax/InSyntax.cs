namespace Slackline.Queries.Syntax;

/// <summary><c>group in ("a", "b")</c></summary>
internal sealed record InSyntax(SyntaxNode Operand, IReadOnlyList<SyntaxNode> Values, bool Negated, SourceSpan Span) : SyntaxNode(Span);
