using Slackline.Queries;
using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>Prints a histogram as comma-separated values: a line for each bin, of each group, below one line of titles.</summary>
internal sealed class HistogramCsv(Stream output) : IHistogramPrinter
{
    public void Print(double[] edges, IReadOnlyList<HistogramPart> parts, PathGroups? groups, SlackHistogram all)
    {
        var lines = new CsvWriter(output);
        IReadOnlyList<PathExpression> columns = groups?.Columns ?? [];
        lines.WriteTitles([.. columns.Select(static column => column.Name), "from", "to", "count"]);
        foreach (HistogramPart part in parts)
        {
            for (int bin = 0; bin < part.Counts.Length; bin++)
            {
                for (int i = 0; i < columns.Count; i++)
                {
                    lines.Write(part.Group!.Key[i]);
                }

                lines.WriteNumber(edges[bin]);
                lines.WriteNumber(edges[bin + 1]);
                lines.WriteNumber(part.Counts[bin]);
                lines.EndLine();
            }
        }

        lines.Flush();
    }
}
