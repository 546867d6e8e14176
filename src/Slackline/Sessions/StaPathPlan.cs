using System.Globalization;
using Slackline.Tcl;

namespace Slackline.Sessions;

/// <summary>How the tool understood a command that reports paths, after its Tcl had been evaluated.</summary>
/// <param name="Mode">What is reported; a survey of a command that cannot be run in slices becomes the whole.</param>
/// <param name="IsSingle">Whether it is the only one in its script, as far as that is known. A survey is worth nothing when it is not.</param>
/// <param name="Reason">Why a survey became the whole; empty when it did not.</param>
/// <param name="Words">The command's options, to be shown.</param>
/// <param name="EndpointCount">Paths for each endpoint, at the most.</param>
/// <param name="GroupCount">Paths for each path group, at the most.</param>
/// <param name="SearchesAnew">Whether the design is searched anew for it, since it asks for paths from or through something.</param>
/// <param name="IsUnique">Whether it leaves out paths like those that it has.</param>
internal sealed record StaPathPlan(SteeringMode Mode, bool IsSingle, string Reason, string Words, long EndpointCount, long GroupCount, bool SearchesAnew, bool IsUnique)
{
    /// <summary>Whether the count for a path group cuts some paths off when it has so many endpoints.</summary>
    public bool Cuts(int endpoints) => EndpointCount > 0 && endpoints > GroupCount / EndpointCount;

    /// <summary>Reads the dictionary that paths.tcl writes.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public static StaPathPlan Parse(ReadOnlySpan<byte> dictionary)
    {
        var plan = TclDictionary.Parse(dictionary);
        return Enum.TryParse(plan["mode"], ignoreCase: true, out SteeringMode mode)
            && long.TryParse(plan["endpoint_count"], CultureInfo.InvariantCulture, out long endpoints)
            && long.TryParse(plan["group_count"], CultureInfo.InvariantCulture, out long group)
            ? new StaPathPlan(mode, plan["single"] == "1", plan["reason"], plan["words"], endpoints, group, plan["searches_anew"] == "1", plan["unique"] != "0")
            : throw new InvalidDataException($"The tool's plan makes no sense: {System.Text.Encoding.UTF8.GetString(dictionary)}");
    }
}
