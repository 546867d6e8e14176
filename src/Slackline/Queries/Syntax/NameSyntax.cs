namespace Slackline.Queries.Syntax;

/// <summary><c>slack</c>, <c>point.cell</c></summary>
internal sealed record NameSyntax(string Name, SourceSpan Span) : SyntaxNode(Span);
