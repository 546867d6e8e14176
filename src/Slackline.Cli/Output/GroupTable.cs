using System.Globalization;
using System.Text;
using Slackline.Queries;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;

namespace Slackline.Cli.Output;

/// <summary>Prints groups of paths as a table.</summary>
internal sealed class GroupTable(PathGroups groups, TextWriter output, bool colours) : GroupOutput(groups)
{
    private static readonly string[] _totals = ["Paths", "Violating", "Endpoints", "Median", "WNS", "TNS", "Worst slack"];

    public override void Finish()
    {
        IReadOnlyList<ShownColumn> keys = ShownColumn.Of(Groups.Columns);
        List<string[]> rows = [[.. keys.Select(static key => key.Title), .. _totals]];
        IReadOnlyList<PathGroup> worstFirst = Groups.Groups;
        rows.AddRange(worstFirst.Select(group => Cells(keys, group)));
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(i => rows.Max(row => row[i].Length))];
        bool[] isRight = [.. keys.Select(static key => key.IsNumber), .. _totals.Select(static _ => true)];
        var text = new StringBuilder();
        for (int i = 0; i < rows.Count; i++)
        {
            string style = colours && i == 0 ? "\u001b[1m" : colours && worstFirst[i - 1].WorstSlack < 0 ? "\u001b[31m" : "";
            int last = widths.Length - 1;
            for (int j = 0; j <= last; j++)
            {
                string cell = isRight[j] ? rows[i][j].PadLeft(widths[j]) : rows[i][j].PadRight(widths[j]);
                bool isStyled = style.Length > 0 && (i == 0 || j == last);
                text.Append(j > 0 ? "  " : "").Append(isStyled ? style + cell + "\u001b[0m" : cell);
            }

            text.Append('\n');
        }

        output.Write(text);
        if (!Groups.IsTnsComplete)
        {
            output.WriteLine("TNS leaves out endpoints past the first 4,000,000 violating ones.");
        }

        output.Flush();
    }

    private string[] Cells(IReadOnlyList<ShownColumn> keys, PathGroup group) =>
    [
        .. keys.Select(key => key.Text(column => ValueOf(group, column), Digits)),
        Count(group.Count), Count(group.Violating), Count(group.ViolatingEndpoints),
        Time(group.Histogram.Quantile(0.5)), Time(group.Wns), Time(group.Tns), Time(group.WorstSlack),
    ];

    private ColumnValue ValueOf(PathGroup group, FilterColumn column)
    {
        int i = 0;
        while (Groups.Columns[i] != column)
        {
            i++;
        }

        return group.Key[i];
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private string Time(double time) => double.IsNaN(time) ? "-" : time.ToString("F" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
