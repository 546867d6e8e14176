namespace Slackline.Queries.Syntax;

/// <summary><c>-slack</c></summary>
internal sealed record NegateSyntax(SyntaxNode Operand, SourceSpan Span) : SyntaxNode(Span);
