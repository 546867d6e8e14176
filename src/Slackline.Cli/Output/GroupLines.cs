using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>Prints groups of paths as lines of JSON. Times are in the tool's time unit.</summary>
internal sealed class GroupLines(PathGroups groups, GroupView view, Stream output) : GroupOutput(groups, view)
{
    private const int MaxBins = 20;
    private static readonly (string Name, double Part)[] s_quantiles = [("p1", 0.01), ("p10", 0.1), ("p50", 0.5), ("p90", 0.9),
        ("p99", 0.99)];

    // The units of the sums, in the order of the sums.
    private string[] _units = [];

    public override void Finish()
    {
        _units = [.. Groups.Added.Select(added => Groups.Units is { } units ? added.UnitIn(units) : "")];
        using var lines = new JsonLineWriter(output);
        foreach (PathGroup group in View.Shown(Groups, out _))
        {
            lines.BeginLine();
            for (int i = 0; i < Groups.Columns.Count; i++)
            {
                lines.Write(Groups.Columns[i].Name, group.Key[i]);
            }

            Write(lines, group);
            lines.EndLine();
        }

        lines.Flush();
    }

    private void Write(JsonLineWriter lines, PathGroup group)
    {
        lines.Json.WriteNumber("paths", group.Count);
        lines.Json.WriteNumber("violating", group.Violating);
        lines.Json.WriteNumber("violating_endpoints", group.ViolatingEndpoints);
        lines.WriteNumber("worst_slack", group.WorstSlack);
        lines.WriteNumber("wns", group.Wns);
        lines.WriteNumber("tns", Math.Round(group.Tns, 12));
        if (!Groups.IsTnsComplete)
        {
            lines.Json.WriteBoolean("tns_is_complete", false);
        }

        if (Groups.Added.Count > 0)
        {
            WriteAdded(lines, group);
        }

        lines.Json.WriteStartObject("slack_quantiles");
        foreach ((string name, double part) in s_quantiles)
        {
            lines.WriteNumber(name, group.Histogram.Quantile(part));
        }

        lines.Json.WriteEndObject();
        lines.WriteNumber("slack_quantile_error", group.Histogram.QuantileError);
        lines.Json.WriteStartArray("slack_histogram");
        foreach (HistogramBin bin in group.Histogram.Bins(MaxBins))
        {
            lines.Json.WriteStartObject();
            lines.WriteNumber("from", Math.Round(bin.Low, 12));
            lines.WriteNumber("to", Math.Round(bin.High, 12));
            lines.Json.WriteNumber("count", bin.Count);
            lines.Json.WriteEndObject();
        }

        lines.Json.WriteEndArray();
    }

    private void WriteAdded(JsonLineWriter lines, PathGroup group)
    {
        lines.Json.WriteStartObject("totals");
        for (int i = 0; i < Groups.Added.Count; i++)
        {
            lines.Json.WriteStartObject(Groups.Added[i].Name);
            lines.WriteNumber("value", group.Added[i]);
            lines.WriteText("unit", _units[i]);
            lines.Json.WriteEndObject();
        }

        lines.Json.WriteEndObject();
    }
}
