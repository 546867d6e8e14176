using System.Globalization;
using Slackline.Queries;
using Slackline.Queries.Aggregates;
using Slackline.Reports;
using Slackline.Reports.Checks;
using Slackline.Service.Sources;
using Slackline.Timing.Schema;

namespace Slackline.Cli.Output;

/// <summary>
/// Prints groups of paths as a table. On a terminal that is too narrow, redundant totals are left out, and the middle of names is cut.
/// </summary>
internal sealed class GroupTable(PathGroups groups, GroupView view, TextWriter output, int terminalWidth, bool colours)
    : GroupOutput(groups, view)
{
    private const int NarrowestKey = 8;
    private const int NarrowestTitle = 16;

    // Above this number of groups a user does not look at each, so they are not counted for every possible width.
    private const int ManyGroups = 2_000;

    private const string AllTitle = "total";
    private static readonly string[] s_totals = ["Paths", "Violating", "Viol. ends", "Median", "WNS", "TNS", "Worst slack"];

    // The first to go.
    private static readonly string[] s_spare = ["Median", "Worst slack", "Paths"];

    private string[] _added = [];

    public override void Finish()
    {
        _added = [.. Groups.Added.Select(TitleOf)];
        IReadOnlyList<PathGroup> shown = View.Shown(Groups, out int more);
        IReadOnlyList<ShownColumn> keys = ShownColumn.Of(Groups.Columns, i => IsHidden(i, shown));
        List<string> totals = [.. s_totals, .. _added];
        int[] widths = Widths(keys, totals, shown);
        ShortenTitles(widths, keys.Count + s_totals.Length, shown);
        int[] fitted = Fit(keys, widths, shown);
        for (int spare = 0; spare < s_spare.Length && terminalWidth > 0 && Math.Max(
            NarrowestSum(keys, widths), TableWidths.Sum(fitted)) > terminalWidth - 1; spare++)
        {
            int place = keys.Count + totals.IndexOf(s_spare[spare]);
            totals.RemoveAt(place - keys.Count);
            widths = [.. widths[..place], .. widths[(place + 1)..]];
            fitted = Fit(keys, widths, shown);
        }

        widths = fitted;
        Write([.. keys.Select(static key => key.Title), .. totals], widths, keys, colours ? "\u001b[1m" : "");
        foreach (PathGroup group in shown)
        {
            Write(
                [.. Keys(keys, group), .. totals.Select(total => Total(total, group))], widths, keys, "",
                colours && group.WorstSlack < 0 ? keys.Count + Math.Max(totals.IndexOf("WNS"), totals.IndexOf("Worst slack")) : -1);
        }

        if (more > 0)
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"... and {more:N0} more {(more == 1 ? "group" : "groups")} (--groups)"));
        }

        if (Groups.All is { } all)
        {
            Write(
                [.. keys.Select(static (_, i) => i == 0 ? AllTitle : ""), .. totals.Select(total => Total(total, all))], widths, keys,
                colours ? "\u001b[1m" : "");
        }

        if (Groups.IsOfPoints)
        {
            output.WriteLine("A path counts in each group that it has a point in, and once in the total.");
        }

        foreach (string note in Groups.Notes)
        {
            output.WriteLine($"{note}.");
        }

        output.Flush();
    }

    // Different groups must look different: the text that distinguishes them is not cut, even where lines then are too long for the
    // terminal.
    private int[] Fit(IReadOnlyList<ShownColumn> keys, int[] widths, IReadOnlyList<PathGroup> shown)
    {
        int[] fitted = [.. widths];
        TableWidths.Fit(
            fitted,
            Enumerable.Range(0, keys.Count).Where(i => keys[i].MayShrink),
            Enumerable.Range(0, keys.Count).Where(i => !keys[i].MayShrink && !keys[i].IsNumber && widths[i] > NarrowestKey),
            terminalWidth);
        int different = CountDifferent(keys, widths, shown);
        while (CountDifferent(keys, fitted, shown) < different)
        {
            // One column after the other, first the one that distinguishes most groups, made just as wide as that needs.
            int column = Enumerable.Range(0, keys.Count).Where(i => fitted[i] < widths[i]).MaxBy(
                i => CountDifferent(keys, With(fitted, i, widths[i]), shown));
            int most = CountDifferent(keys, With(fitted, column, widths[column]), shown);
            do
            {
                fitted[column]++;
            }
            while (fitted[column] < widths[column] && (shown.Count > ManyGroups || CountDifferent(keys, fitted, shown) < most));
        }

        return fitted;
    }

    private static int[] With(int[] widths, int column, int width)
    {
        int[] changed = [.. widths];
        changed[column] = width;
        return changed;
    }

    private int CountDifferent(IReadOnlyList<ShownColumn> keys, int[] widths, IReadOnlyList<PathGroup> shown) =>
        shown.Select(
            group => string.Join('\n', Keys(keys, group).Select((key, i) => TableWidths.Shorten(key, widths[i])))).Distinct().Count();

    // Twice over all groups, rather than to hold the cells of 100,000.
    private int[] Widths(IReadOnlyList<ShownColumn> keys, List<string> totals, IReadOnlyList<PathGroup> shown)
    {
        int[] widths = [.. keys.Select(static key => key.Title.Length), .. totals.Select(static title => title.Length)];
        foreach (PathGroup group in shown)
        {
            Widen(Keys(keys, group).Concat(totals.Select(total => Total(total, group))));
        }

        if (Groups.All is { } all)
        {
            Widen(keys.Select(static (_, i) => i == 0 ? AllTitle : "").Concat(totals.Select(total => Total(total, all))));
        }

        return widths;

        void Widen(IEnumerable<string> cells)
        {
            int i = 0;
            foreach (string cell in cells)
            {
                widths[i] = Math.Max(widths[i], cell.Length);
                i++;
            }
        }
    }

    // A summed expression may have a long name while its numbers are short.
    private void ShortenTitles(int[] widths, int first, IReadOnlyList<PathGroup> shown)
    {
        for (int i = first; i < widths.Length && terminalWidth > 0; i++)
        {
            string title = _added[i - first];
            int numbers = shown.Append(Groups.All).OfType<PathGroup>().Select(group => Added(title, group).Length).DefaultIfEmpty(0).Max();
            widths[i] = TableWidths.Sum(widths) > terminalWidth - 1 ? Math.Max(numbers, Math.Min(title.Length, NarrowestTitle)) : widths[i];
        }
    }

    private static int NarrowestSum(IReadOnlyList<ShownColumn> keys, int[] widths) =>
        TableWidths.Sum(widths.Select((width, i) => i < keys.Count && !keys[i].IsNumber ? Math.Min(width, NarrowestKey) : width));

    private bool IsHidden(int column, IReadOnlyList<PathGroup> shown) =>
        View.HiddenIfAlike.Contains(Groups.Columns[column].Name)
            && shown.Select(group => group.Key[column].Text).Distinct().Take(2).Count() < 2;

    /// <summary>Prints the numbers that the reports themselves give for the whole design, next to the sums over their paths.</summary>
    public override void Conclude(OutputSummary summary)
    {
        if (summary.Slacks.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("The tool itself printed, of whole designs:");
            foreach ((SlackSummary slack, ReportContext context) in summary.Slacks)
            {
                string where = string.Join(
                    ", ", new[] { context.Section, context.Corner, context.File }.Where(static text => text.Length > 0));
                output.WriteLine($"  {slack.ToText(),-24}  {where}");
            }

            if (summary.SlackCount > summary.Slacks.Count)
            {
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  and {summary.SlackCount - summary.Slacks.Count:N0} more: 'slackline metrics' has them in a table"));
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

    private void Write(string[] cells, int[] widths, IReadOnlyList<ShownColumn> keys, string style, int red = -1)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            bool isRight = i >= keys.Count || keys[i].IsNumber;
            string text = TableWidths.Shorten(cells[i], widths[i]);
            string cell = isRight ? text.PadLeft(widths[i]) : text.PadRight(widths[i]);
            string own = i == red ? "\u001b[31m" : style;
            output.Write(i > 0 ? "  " : "");
            output.Write(own.Length > 0 ? own + cell + "\u001b[0m" : cell);
        }

        output.Write('\n');
    }

    private IEnumerable<string> Keys(IReadOnlyList<ShownColumn> keys, PathGroup group) => keys.Select(key => key.Text(group.Key, Digits));

    private string Total(string title, PathGroup group) => title switch
    {
        "Paths" => Count(group.Count),
        "Violating" => Count(group.Violating),
        "Viol. ends" => Count(group.ViolatingEndpoints),
        "Median" => Time(group.Histogram.Quantile(0.5)),
        "WNS" => Time(group.Wns),
        "TNS" => Time(group.Tns),
        "Worst slack" => Time(group.WorstSlack),
        _ => Added(title, group),
    };

    private string Added(string title, PathGroup group)
    {
        int place = Array.IndexOf(_added, title);
        return Groups.Added[place].Text(new ColumnValue(ColumnType.Count, "", group.Added[place]), Digits);
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private string Time(double time) =>
        double.IsNaN(time) ? "-" : time.ToString("F" + Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
