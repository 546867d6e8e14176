using Slackline.Queries;
using Slackline.Queries.Aggregates;

namespace Slackline.Cli.Output;

/// <summary>Prints a histogram as lines of JSON: one for each bin, of each group.</summary>
internal sealed class HistogramLines(Stream output) : IHistogramPrinter
{
    public void Print(double[] edges, IReadOnlyList<HistogramPart> parts, PathGroups? groups, SlackHistogram all)
    {
        using var lines = new JsonLineWriter(output);
        IReadOnlyList<PathExpression> columns = groups?.Columns ?? [];
        foreach (HistogramPart part in parts)
        {
            for (int bin = 0; bin < part.Counts.Length; bin++)
            {
                lines.BeginLine();
                for (int i = 0; i < columns.Count; i++)
                {
                    lines.Write(columns[i].Name, part.Group!.Key[i]);
                }

                lines.WriteNumber("from", edges[bin]);
                lines.WriteNumber("to", edges[bin + 1]);
                lines.Json.WriteNumber("count", part.Counts[bin]);
                lines.EndLine();
            }
        }

        lines.Flush();
    }
}
