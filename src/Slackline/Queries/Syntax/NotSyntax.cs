namespace Slackline.Queries.Syntax;

/// <summary><c>not violated</c></summary>
internal sealed record NotSyntax(SyntaxNode Operand, SourceSpan Span) : SyntaxNode(Span);
