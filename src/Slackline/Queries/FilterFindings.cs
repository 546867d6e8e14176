namespace Slackline.Queries;

/// <summary>The findings of a filter and its copies about the paths read so far.</summary>
internal sealed class FilterFindings
{
    public FilterDoubts Doubts { get; } = new();

    public UnknownNames Names { get; } = new();
}
