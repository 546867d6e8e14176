using Slackline.Queries.Model;

namespace Slackline.Queries.Syntax;

/// <summary><c>any point.delay &gt; 0.2</c></summary>
internal sealed record QuantifierSyntax(Quantifier Quantifier, SyntaxNode Operand, SourceSpan Span) : SyntaxNode(Span);
