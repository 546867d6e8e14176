namespace Slackline.Queries.Syntax;

/// <summary><c>abs(slack)</c>, <c>count(point.cell like "BUF*")</c>, <c>sum(point.delay where point.cell like "BUF*")</c></summary>
internal sealed record CallSyntax(NameSyntax Function, IReadOnlyList<SyntaxNode> Arguments, SyntaxNode? Where, SourceSpan Span)
    : SyntaxNode(Span);
