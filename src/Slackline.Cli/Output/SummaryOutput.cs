using System.Globalization;
using Slackline.Queries.Aggregates;
using Slackline.Timing;
using Spectre.Console;

namespace Slackline.Cli.Output;

/// <summary>Counts, WNS and TNS per path group and clock pair, as a table.</summary>
internal sealed class SummaryOutput(IAnsiConsole console) : IPathOutput
{
    private static readonly string[] _titles = ["Group", "Type", "Clocks", "Paths", "Violating", "Endpoints", "WNS", "TNS", "Worst slack"];

    private readonly PathSummary _summary = new();
    private int _digits;

    public bool WantsMore => true;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        _summary.Add(chunk, matches);
        foreach (int match in matches)
        {
            _digits = Math.Max(_digits, chunk.Digits[match]);
        }

        return matches.Length;
    }

    public void Finish()
    {
        var table = new Table().Border(TableBorder.Simple);
        for (int i = 0; i < _titles.Length; i++)
        {
            var column = new Spectre.Console.TableColumn(_titles[i]).NoWrap();
            table.AddColumn(i < 3 ? column : column.RightAligned());
        }

        foreach (GroupSummary group in _summary.Groups)
        {
            string colour = group.WorstSlack < 0 ? "red" : "default";
            table.AddRow(
                Markup.Escape(group.Group.Length == 0 ? "-" : group.Group),
                group.Type.ToString().ToLowerInvariant(),
                Markup.Escape($"{Or(group.LaunchClock)} -> {Or(group.CaptureClock)}"),
                Count(group.Count), Count(group.Violating), Count(group.ViolatingEndpoints),
                Time(group.Wns), Time(group.Tns), $"[{colour}]{Time(group.WorstSlack)}[/]");
        }

        console.Write(table);
        if (!_summary.IsTnsComplete)
        {
            console.MarkupLine("[yellow]TNS leaves out endpoints past the first 4,000,000 violating ones.[/]");
        }
    }

    private static string Or(string text) => text.Length == 0 ? "-" : text;

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private string Time(double time) => double.IsNaN(time) ? "-" : time.ToString("F" + _digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
