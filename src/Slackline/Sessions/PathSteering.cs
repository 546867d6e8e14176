using System.Globalization;
using Slackline.Tcl;

namespace Slackline.Sessions;

/// <summary>
/// How an evaluation that reports timing paths is narrowed, and where it records what its text does not say; paths.tcl inside the tool
/// has the details.
/// </summary>
internal sealed record PathSteering
{
    /// <summary>All paths, one for each endpoint, or those of a slice.</summary>
    public required SteeringMode Mode { get; init; }

    /// <summary>The slack, in the units of the reports, above which no path is wanted; null for no bound.</summary>
    public double? SlackMax { get; init; }

    /// <summary>The wanted path groups; null for all.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary><c>min</c> or <c>max</c> when only paths of that side are wanted, although the command may report both; null for
    /// both.</summary>
    public string? Analysis { get; init; }

    /// <summary>
    /// Whether effects of the script besides reporting are detected (effects.tcl). Not needed for a slice, whose script is known to have
    /// none, nor in the sandbox.
    /// </summary>
    public bool IsWatched { get; init; }

    /// <summary>The slice; null in the other modes.</summary>
    public SliceTarget? Slice { get; init; }

    /// <summary>As the Tcl dictionary that paths.tcl takes.</summary>
    /// <param name="aside">The prefix of the files that record what the text does not say.</param>
    public string Format(string aside)
    {
        List<string> words = ["aside", aside, "mode", Mode.ToString().ToLowerInvariant(), "watch", IsWatched ? "1" : "0"];
        Add("slack_max", SlackMax?.ToString("R", CultureInfo.InvariantCulture));
        Add("groups", Groups is null ? null : TclList.Format([.. Groups]));
        Add("analysis", Analysis);
        Add("batches", Slice is null ? null : TclList.Format([.. Slice.Batches.Select(static pins => TclList.Format(pins))]));
        Add("group", Slice?.Group);
        Add("min_max", Slice?.Analysis);
        Add("analysis_mode", Slice?.AnalysisMode);
        return TclList.Format([.. words]);

        void Add(string key, string? value)
        {
            if (value is not null)
            {
                words.AddRange([key, value]);
            }
        }
    }
}

/// <summary>Which paths an evaluation reports.</summary>
internal enum SteeringMode
{
    /// <summary>All that the command asks for.</summary>
    Whole,

    /// <summary>The worst one of each endpoint, when the command can be run in slices; otherwise all.</summary>
    Survey,

    /// <summary>The paths that end at the pins of a slice.</summary>
    Slice,
}

/// <summary>The paths of a slice.</summary>
/// <param name="Batches">The pins at which they end, as the tool's handles, in batches that are searched one after the other.</param>
/// <param name="Group">Their path group.</param>
/// <param name="Analysis"><c>min</c> or <c>max</c>.</param>
/// <param name="AnalysisMode">The mode (a set of constraints) of a design with several; empty where there is one.</param>
internal sealed record SliceTarget(IReadOnlyList<string[]> Batches, string Group, string Analysis, string AnalysisMode);
