namespace Slackline.Queries.Model;

/// <summary>How many points of a path must satisfy a condition.</summary>
internal enum Quantifier
{
    Any,
    All,
    No,
}
