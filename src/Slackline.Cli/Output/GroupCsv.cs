using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>Prints groups of paths as comma-separated values, below one line of titles. Times are in the tool's time unit.</summary>
internal sealed class GroupCsv(PathGroups groups, Stream output) : GroupOutput(groups)
{
    private static readonly string[] s_totals = ["paths", "violating", "violating_endpoints", "median_slack", "wns", "tns", "worst_slack"];

    public override void Finish()
    {
        var lines = new CsvWriter(output);
        lines.WriteTitles([.. Groups.Columns.Select(static column => column.Name), .. s_totals]);
        foreach (PathGroup group in Groups.Groups)
        {
            for (int i = 0; i < Groups.Columns.Count; i++)
            {
                lines.Write(group.Key[i]);
            }

            foreach (double number in (double[])[group.Count, group.Violating, group.ViolatingEndpoints, group.Histogram.Quantile(0.5), group.Wns, Math.Round(group.Tns, 12), group.WorstSlack])
            {
                lines.WriteNumber(number);
            }

            lines.EndLine();
        }

        lines.Flush();
    }
}
