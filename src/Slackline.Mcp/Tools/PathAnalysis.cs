using System.Globalization;
using Slackline.Timing;

namespace Slackline.Mcp.Tools;

/// <summary>Takes a path apart.</summary>
internal static class PathAnalysis
{
    private const int MaxCells = 8;
    private const double SlowShare = 0.25;
    private const double BufferShare = 0.25;
    private const int HighFanout = 16;
    private const int DeepPath = 25;

    // Skew that is less than that part of the slack is no cause of it.
    private const double SkewShare = 0.1;

    /// <summary>The path's stages by cost, its clocks, and what to look at.</summary>
    /// <param name="path">The path.</param>
    /// <param name="maxStages">The most stages.</param>
    /// <param name="isBrief">Whether it is one of several: without what is too much of each.</param>
    public static PathExplanation Explain(TimingPath path, int maxStages, bool isBrief)
    {
        var launch = new List<PathTerm>();
        var capture = new List<PathTerm>();
        var data = new List<PathRow>();
        bool hasArrived = false;
        foreach (PathRow row in path.Rows)
        {
            hasArrived = hasArrived || row.Kind == DescriptionKind.DataArrival;
            if (hasArrived)
            {
                AddTerm(capture, row);
            }
            else if (row.Part == PathPart.Data && (row.Kind == DescriptionKind.Pin || data.Count > 0))
            {
                if (row.Kind == DescriptionKind.Pin)
                {
                    data.Add(row);
                }
            }
            else
            {
                AddTerm(launch, row);
            }
        }

        PathRow[] stages = [.. data.Where(static row => row.Delay > 0)];
        double delay = stages.Sum(static row => row.Delay);
        PathStage[] slowest = [.. stages.OrderByDescending(static row => row.Delay).Take(maxStages).Select(row => Stage(row, delay))];
        CellCost[] cells =
        [
            .. stages.GroupBy(static row => row.Cell)
                .Select(
                    group => new CellCost(
                        group.Key, group.Count(), Round(group.Sum(static row => row.Delay)),
                        Percent(group.Sum(static row => row.Delay), delay)))
                .OrderByDescending(static cost => cost.Delay)
                .Take(MaxCells),
        ];
        var explanation = new PathExplanation
        {
            Slack = Number(path.Slack),
            Violated = path.IsViolated,
            PathType = path.PathType.Word(),
            PathGroup = path.PathGroup,
            Startpoint = Named(path.StartpointPin.Length > 0 ? path.StartpointPin : path.Startpoint, isBrief ? "" : path.StartpointDetail),
            Endpoint = Named(path.EndpointPin.Length > 0 ? path.EndpointPin : path.Endpoint, isBrief ? "" : path.EndpointDetail),
            Arrival = Number(path.Arrival),
            Required = Number(path.Required),
            DataDelay = Round(delay),
            Depth = Math.Max(path.Depth, 0),
            Stages = slowest,
            Cells = cells,
            Launch = launch,
            Capture = capture,
            LookAt = [.. LookAt(path, slowest, stages, delay, launch, capture)],
        };
        return isBrief ? explanation.Briefly() : explanation;
    }

    private static IEnumerable<string> LookAt(
        TimingPath path, PathStage[] slowest, PathRow[] stages, double delay, List<PathTerm> launch, List<PathTerm> capture)
    {
        if (double.IsNaN(path.Slack))
        {
            yield return "The path is unconstrained: it has no required time. Check the constraints (run_report check_setup).";
        }

        if (stages.Length == 0)
        {
            yield return "The report has no stages: ask for -format full, full_clock or full_clock_expanded.";
            yield break;
        }

        foreach (string cause in PathCauses.Of(path, launch, capture))
        {
            yield return cause;
        }

        if (path.PathType == PathType.Min)
        {
            yield return path.IsViolated is null ? "The report does not say whether hold is met."
                : path.IsViolated == false ? "Hold is met."
                : Text($"Hold: the data arrives {-path.Slack:0.###} too early. Delay in the data path helps, or less latency of the capturing clock; upsizing would hurt.");
        }
        else
        {
            yield return Text($"The data path takes {delay:0.###}: {stages.Length} stages, {delay / stages.Length:0.###} each on average.");
            if (slowest[0].SharePercent >= SlowShare * 100)
            {
                yield return Text($"One stage takes {slowest[0].SharePercent:0} % of the data path: {slowest[0].Pin} ({slowest[0].Cell}). Look at its load and drive (run_report report_net, report_dcalc; or -fields {{slew capacitance fanout}}).");
            }

            double buffers = stages.Where(static row => IsBuffer(row.Cell)).Sum(static row => row.Delay);
            if (buffers >= BufferShare * delay)
            {
                yield return Text(
                    $"Buffers and inverters take {Percent(buffers, delay):0} % of the data path: distance or fanout, rather than logic.");
            }

            if (stages.Length >= DeepPath)
            {
                yield return "The logic is deep: restructuring or a register helps more than sizing.";
            }
        }

        PathRow[] wide = [.. stages.Where(static row => row.Fanout >= HighFanout).OrderByDescending(static row => row.Fanout).Take(1)];
        if (wide.Length > 0)
        {
            yield return Text($"{wide[0].Name} drives {wide[0].Fanout} loads.");
        }

        if (path.LaunchClock.Length > 0 && path.CaptureClock.Length > 0 && path.LaunchClock != path.CaptureClock)
        {
            yield return $"It goes from clock {path.LaunchClock} to {path.CaptureClock}: is the crossing meant to be timed?";
        }

        double skew = Latency(capture) - Latency(launch);
        if (!PathCauses.IsDataCheck(path) && Math.Abs(skew) >= SkewShare * Math.Abs(path.Slack))
        {
            yield return Text($"Clock network: capture minus launch is {skew:0.###}; {((skew < 0) == (path.PathType != PathType.Min) ? "it costs that much slack" : "it gives that much slack")}.");
        }
    }

    // A bare clock network delay, or the pins of the expanded network, are contributions; edges and totals are not.
    private static double Latency(List<PathTerm> terms) => terms
        .Where(
            static term => term.What.StartsWith("clock network delay", StringComparison.Ordinal)
                || term.What.StartsWith("clock source latency", StringComparison.Ordinal)
                || term.What.EndsWith(')') && !term.What.StartsWith("clock ", StringComparison.Ordinal))
        .Sum(static term => term.Contribution ?? 0);

    private static bool IsBuffer(string cell) => cell.StartsWith("BUF", StringComparison.OrdinalIgnoreCase)
        || cell.StartsWith("INV", StringComparison.OrdinalIgnoreCase)
        || cell.Contains("_buf_", StringComparison.OrdinalIgnoreCase) || cell.Contains("_inv_", StringComparison.OrdinalIgnoreCase)
            || cell.StartsWith("CLKBUF", StringComparison.OrdinalIgnoreCase);

    private static void AddTerm(List<PathTerm> terms, PathRow row)
    {
        if (row.Description.Length > 0 && row.Kind is not (DescriptionKind.DataRequired or DescriptionKind.SlackMet or DescriptionKind.SlackViolated or DescriptionKind.DataArrival or DescriptionKind.VariationPart))
        {
            // The rows of the time borrowing table have a value and no delay.
            terms.Add(new PathTerm(row.Description)
            {
                Contribution = Number(row.Delay),
                Value = row.Form == RowForm.Total ? Number(row.Time) : null,
            });
        }
    }

    private static PathStage Stage(PathRow row, double delay) => new(row.Name, row.Cell, row.Delay, Percent(row.Delay, delay))
    {
        Edge = row.Transition.Word(),
        Slew = Number(row.Slew),
        Capacitance = Number(row.Capacitance),
        Fanout = row.Fanout,
    };

    private static string Named(string name, string detail) => detail.Length == 0 ? name : $"{name} ({detail})";

    private static double Percent(double part, double whole) => whole == 0 ? 0 : Math.Round(100 * part / whole, 1);

    private static double Round(double value) => Math.Round(value, 6);

    private static double? Number(double value) => double.IsNaN(value) ? null : Round(value);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
