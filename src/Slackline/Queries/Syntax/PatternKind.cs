namespace Slackline.Queries.Syntax;

/// <summary>How a text is compared with a pattern.</summary>
internal enum PatternKind
{
    Like,
    Matches,
    Under,
}
