using System.Globalization;
using Slackline.Timing;

namespace Slackline.Mcp.Tools;

/// <summary>
/// What besides the delay of the data decides a path's slack: a constraint of the user's, half a cycle, a latch's limit, another signal.
/// </summary>
internal static class PathCauses
{
    /// <summary>Whether the path is checked against another data signal, and not against a clock.</summary>
    public static bool IsDataCheck(TimingPath path) =>
        path.EndpointDetail.Contains("data check", StringComparison.Ordinal)
            || path.EndpointDetail.Contains("data to data", StringComparison.Ordinal);

    /// <summary>The causes, in sentences.</summary>
    public static IEnumerable<string> Of(TimingPath path, IReadOnlyList<PathTerm> launch, IReadOnlyList<PathTerm> capture)
    {
        PathRow[] rows = [.. path.Rows];
        int arrival = Array.FindIndex(rows, static row => row.Kind == DescriptionKind.DataArrival);
        PathRow? launchEdge = First(rows.Take(arrival < 0 ? rows.Length : arrival), DescriptionKind.ClockEdge);
        PathRow? captureEdge = arrival < 0 ? null : First(rows.Skip(arrival), DescriptionKind.ClockEdge);
        if (First(rows, DescriptionKind.PathDelay) is { Delay: var bound } && !double.IsNaN(bound))
        {
            yield return path.PathType == PathType.Min
                ? Text($"set_min_delay {bound:0.###} is what requires the time, not a clock edge: is that constraint meant as it is?")
                : Text($"set_max_delay {bound:0.###} is what limits the path, not a clock period: is that constraint meant as it is?");
        }
        else if (IsDataCheck(path))
        {
            PathRow? other = First(rows.Skip(Math.Max(arrival, 0)).Reverse(), DescriptionKind.Pin);
            yield return $"A data check (set_data_check): the data must be stable around the arrival of {(other is { } strobe ? strobe.Name : "another signal")}, whose own path stands under capture. No clock network decides it: either signal can be moved.";
        }
        else if (launchEdge is { } from && captureEdge is { } to && from.Time is var start && to.Time is var end
            && from.Description.EndsWith(
                "(rise edge)", StringComparison.Ordinal) != to.Description.EndsWith("(rise edge)", StringComparison.Ordinal))
        {
            yield return Text($"Opposite edges: launched at {start:0.###} by {Edge(from)}, captured at {end:0.###} by {Edge(to)}, so the data has {end - start:0.###} between them, and not a whole period.");
        }

        double? given = launch.FirstOrDefault(
            static term => term.What.StartsWith("time given to startpoint", StringComparison.Ordinal))?.Contribution;
        if (given > 0)
        {
            yield return Text($"The data starts {given:0.###} late: the latch that it starts from has borrowed that time for the path before. Look at that path, too.");
        }

        double? most = capture.FirstOrDefault(static term => term.What == "max time borrow")?.Value;
        double? borrowed = capture.FirstOrDefault(static term => term.What == "actual time borrow")?.Value;
        if (borrowed > 0)
        {
            yield return path.IsViolated == true && most is { } limit
                ? Text($"The latch lends {borrowed:0.###} of at most {limit:0.###}: the borrow limit is reached, and what the data is later than that is the violation.")
                : Text($"The latch lends {borrowed:0.###}{(most is { } room ? Text($" of at most {room:0.###}") : "")}: the next path starts that much later.");
        }

        foreach ((string what, string command) in new[] { ("input external delay", "set_input_delay"),
            ("output external delay", "set_output_delay") })
        {
            double outside = Math.Abs(launch.Concat(capture).FirstOrDefault(term => term.What == what)?.Contribution ?? 0);
            if (path.IsViolated == true && outside >= Math.Abs(path.Slack))
            {
                yield return Text($"{outside:0.###} of the time is spent outside ({command}): is that budget right?");
            }
        }
    }

    private static PathRow? First(IEnumerable<PathRow> rows, DescriptionKind kind)
    {
        foreach (PathRow row in rows)
        {
            if (row.Kind == kind)
            {
                return row;
            }
        }

        return null;
    }

    private static string Edge(PathRow row) =>
        row.Description["clock ".Length..].Replace(" (", "'s ", StringComparison.Ordinal).TrimEnd(')');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
