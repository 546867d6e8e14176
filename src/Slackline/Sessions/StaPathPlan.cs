using System.Globalization;
using Slackline.Tcl;

namespace Slackline.Sessions;

/// <summary>How the tool understood a command that reports paths, after its Tcl had been evaluated.</summary>
/// <param name="Mode">The mode of the report; a survey of a command that cannot be run in slices becomes the whole.</param>
/// <param name="IsSingle">
/// Whether it is the only one in its script, as far as that is known. A survey is worth nothing when it is not.
/// </param>
/// <param name="Reason">Why a survey became the whole; empty when it did not.</param>
/// <param name="Words">The command's options, to be shown.</param>
/// <param name="EndpointCount">Paths for each endpoint, at the most.</param>
/// <param name="GroupCount">Paths for each path group, at the most.</param>
/// <param name="SlackBound">The largest slack of a path that the filter may let pass, in seconds; infinite without a bound.</param>
/// <param name="IsBoundedBelow">Whether it leaves out paths below a slack, and the count for a group counts them all the same.</param>
/// <param name="IsUnique">Whether it leaves out paths that repeat earlier ones (unique paths only).</param>
/// <param name="Effects">What the script has done besides reporting, in words: it must not run again.</param>
internal sealed record StaPathPlan(
    SteeringMode Mode, bool IsSingle, string Reason, string Words, long EndpointCount, long GroupCount, double SlackBound,
    bool IsBoundedBelow, bool IsUnique,
    IReadOnlyList<string> Effects)
{
    /// <summary>Whether the count for a path group cuts some paths off when the group has that many endpoints.</summary>
    public bool Cuts(int endpoints) => EndpointCount > 0 && endpoints > GroupCount / EndpointCount;

    /// <summary>
    /// Reads the last of the dictionaries that recording.tcl writes, each of which ends with a zero byte; null when none is whole yet. The
    /// tool may be writing the next one.
    /// </summary>
    /// <exception cref="InvalidDataException">The text is not such a dictionary.</exception>
    public static StaPathPlan? ParseLast(ReadOnlySpan<byte> written)
    {
        int end = written.LastIndexOf((byte)0);
        return end < 0 ? null : Parse(written[(written[..end].LastIndexOf((byte)0) + 1)..end]);
    }

    /// <summary>Reads such a dictionary.</summary>
    /// <exception cref="InvalidDataException">The text is not such a dictionary.</exception>
    public static StaPathPlan Parse(ReadOnlySpan<byte> dictionary)
    {
        var plan = TclDictionary.Parse(dictionary);
        return Enum.TryParse(plan["mode"], ignoreCase: true, out SteeringMode mode)
            && long.TryParse(plan["endpoint_count"], CultureInfo.InvariantCulture, out long endpoints)
            && long.TryParse(plan["group_count"], CultureInfo.InvariantCulture, out long group)
            && (plan["slack_bound"] == "Inf" ? double.PositiveInfinity : double.TryParse(
                plan["slack_bound"], CultureInfo.InvariantCulture, out double bound) ? bound : double.NaN) is var slackBound
            && !double.IsNaN(slackBound)
            ? new StaPathPlan(
                mode, plan["single"] == "1", plan["reason"], plan["words"], endpoints, group, slackBound, plan["bounded_below"] == "1",
                plan["unique"] != "0", TclList.Parse(plan["effects"]))
            : throw new InvalidDataException($"The tool's plan makes no sense: {System.Text.Encoding.UTF8.GetString(dictionary)}");
    }
}
