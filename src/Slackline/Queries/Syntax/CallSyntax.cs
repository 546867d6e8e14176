namespace Slackline.Queries.Syntax;

/// <summary><c>abs(slack)</c>, <c>count(point.cell like "BUF*")</c></summary>
internal sealed record CallSyntax(NameSyntax Function, IReadOnlyList<SyntaxNode> Arguments, SourceSpan Span) : SyntaxNode(Span);
