namespace Slackline.Cli.Metrics;

/// <summary>The numbers of one step of a flow for one corner.</summary>
/// <param name="Where">The step: its directory, its file's name, and the stage that headings name.</param>
/// <param name="Corner">The corner; empty for numbers of all corners, or of the only one.</param>
internal sealed record MetricRow(string Where, string Corner)
{
    /// <summary>The numbers.</summary>
    public SortedDictionary<MetricName, double> Values { get; } = [];

    /// <summary>A flow's other metrics, by their names, as they were printed.</summary>
    public SortedDictionary<string, string> Others { get; } = new(StringComparer.Ordinal);
}
