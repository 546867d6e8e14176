using System.Globalization;
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
        string[] titles = [.. keys.Select(static key => key.Title), .. _totals];
        IReadOnlyList<PathGroup> worstFirst = Groups.Groups;

        // Twice, rather than to hold the cells of 100,000 groups.
        int[] widths = [.. titles.Select(static title => title.Length)];
        foreach (PathGroup group in worstFirst)
        {
            string[] cells = Cells(keys, group);
            for (int i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], cells[i].Length);
            }
        }

        Write(titles, widths, keys, colours ? "\u001b[1m" : "");
        foreach (PathGroup group in worstFirst)
        {
            Write(Cells(keys, group), widths, keys, "", colours && group.WorstSlack < 0 ? "\u001b[31m" : "");
        }

        foreach (string note in Groups.Notes)
        {
            output.WriteLine($"{note}.");
        }

        output.Flush();
    }

    private void Write(string[] cells, int[] widths, IReadOnlyList<ShownColumn> keys, string style, string? lastStyle = null)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            bool isRight = i >= keys.Count || keys[i].IsNumber;
            string cell = isRight ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i]);
            string own = i == cells.Length - 1 ? lastStyle ?? style : style;
            output.Write(i > 0 ? "  " : "");
            output.Write(own.Length > 0 ? own + cell + "\u001b[0m" : cell);
        }

        output.Write('\n');
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
