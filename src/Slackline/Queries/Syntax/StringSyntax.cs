namespace Slackline.Queries.Syntax;

/// <summary><c>"core/*"</c></summary>
internal sealed record StringSyntax(string Value, SourceSpan Span) : SyntaxNode(Span);
