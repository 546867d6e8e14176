namespace Slackline.Queries;

/// <summary>What a filter and its copies have found out about the paths that they met.</summary>
internal sealed class FilterFindings
{
    public FilterDoubts Doubts { get; } = new();

    public UnknownNames Names { get; } = new();
}
