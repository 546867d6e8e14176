namespace Slackline.Queries.Syntax;

/// <summary>An item of a list: an expression, and in an order <c>asc</c>, <c>desc</c> or nothing after it.</summary>
internal sealed record ListedSyntax(SyntaxNode Value, string? Direction, SourceSpan Span) : SyntaxNode(Span);
