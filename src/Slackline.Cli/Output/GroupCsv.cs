using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>Prints groups of paths as comma-separated values, below one line of titles. Times are in the tool's time unit.</summary>
internal sealed class GroupCsv(PathGroups groups, GroupView view, Stream output) : GroupOutput(groups, view)
{
    private static readonly string[] s_totals = ["paths", "violating", "violating_endpoints", "median_slack", "wns", "tns", "worst_slack"];

    public override void Finish()
    {
        var lines = new CsvWriter(output);
        lines.WriteTitles([.. Groups.Columns.Select(static column => column.Name), .. s_totals, .. Groups.Added.Select(TitleOf)]);
        foreach (PathGroup group in View.Shown(Groups, out _))
        {
            for (int i = 0; i < Groups.Columns.Count; i++)
            {
                lines.Write(group.Key[i]);
            }

            foreach (double number in (double[])[group.Count, group.Violating, group.ViolatingEndpoints, group.Histogram.Quantile(0.5),
                group.Wns, Math.Round(group.Tns, 12), group.WorstSlack, .. group.Added])
            {
                lines.WriteNumber(number);
            }

            lines.EndLine();
        }

        lines.Flush();
    }
}
