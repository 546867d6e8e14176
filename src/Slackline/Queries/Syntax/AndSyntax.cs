namespace Slackline.Queries.Syntax;

/// <summary><c>violated and depth &gt; 20</c></summary>
internal sealed record AndSyntax(IReadOnlyList<SyntaxNode> Operands, SourceSpan Span) : SyntaxNode(Span);
