using System.Globalization;
using Slackline.Cli.Sources;
using Slackline.Queries;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;

namespace Slackline.Cli.Output;

/// <summary>Prints groups of paths as a table.</summary>
internal sealed class GroupTable(PathGroups groups, TextWriter output, bool colours, bool hidesOneCorner) : GroupOutput(groups)
{
    private static readonly string[] _totals = ["Paths", "Violating", "Endpoints", "Median", "WNS", "TNS", "Worst slack"];

    public override void Finish()
    {
        bool isCornerHidden = hidesOneCorner && Groups.Groups.Select(static group => group.Key[0]).Distinct().Count() <= 1;
        IReadOnlyList<ShownColumn> keys = ShownColumn.Of([.. Groups.Columns.Skip(isCornerHidden ? 1 : 0)]);
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

        if (!Groups.IsTnsComplete)
        {
            output.WriteLine("TNS leaves out endpoints past the first 4,000,000 violating ones.");
        }

        output.Flush();
    }

    /// <summary>Says what the reports themselves say of the whole design, beside what their paths add up to.</summary>
    public override void Conclude(BlockTally tally)
    {
        if (tally.Slacks.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("The tool itself printed, of whole designs:");
            foreach (PrintedSlack slack in tally.Slacks)
            {
                string where = string.Join(", ", new[] { slack.Context.Section, slack.Context.Corner, slack.Context.File }.Where(static text => text.Length > 0));
                output.WriteLine($"  {slack.Summary.ToText(),-24}  {where}");
            }

            if (tally.SlackCount > tally.Slacks.Count)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  and {tally.SlackCount - tally.Slacks.Count:N0} more: 'slackline metrics' has them in a table"));
            }
        }

        if (Repeated.Count > 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{Repeated.Count:N0} of {Repeated.Looked:N0} paths are printed again under another heading ({Repeated.Example}); each counts as often as it is printed."));
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
