using Slackline.Queries.Model;

namespace Slackline.Queries.Syntax;

/// <summary><c>slack &lt; 0</c>, <c>group = "clk"</c></summary>
internal sealed record ComparisonSyntax(SyntaxNode Left, ComparisonOperator Operator, SyntaxNode Right, SourceSpan Span) : SyntaxNode(Span);
