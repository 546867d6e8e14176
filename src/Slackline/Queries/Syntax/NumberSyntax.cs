namespace Slackline.Queries.Syntax;

/// <summary><c>50</c>, <c>50ps</c></summary>
internal sealed record NumberSyntax(double Value, NameSyntax? Unit, SourceSpan Span) : SyntaxNode(Span);
