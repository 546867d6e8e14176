using Slackline.Queries.Model;

namespace Slackline.Queries.Syntax;

/// <summary><c>slack + 0.1</c></summary>
internal sealed record ArithmeticSyntax(SyntaxNode Left, ArithmeticOperator Operator, SyntaxNode Right, SourceSpan Span) : SyntaxNode(Span);
