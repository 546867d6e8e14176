namespace Slackline.Queries.Syntax;

/// <summary>A part of a filter as it was written, before anything is known of columns, types and units.</summary>
/// <param name="Span">Where it was written.</param>
internal abstract record SyntaxNode(SourceSpan Span);
