namespace Slackline.Queries.Syntax;

/// <summary><c>violated or depth &gt; 20</c></summary>
internal sealed record OrSyntax(IReadOnlyList<SyntaxNode> Operands, SourceSpan Span) : SyntaxNode(Span);
