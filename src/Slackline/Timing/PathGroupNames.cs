namespace Slackline.Timing;

/// <summary>
/// Path groups that the tool creates itself, under names that differ between its versions. In user input all names of such a group mean
/// the same group; output uses the name that the tool printed.
/// </summary>
internal static class PathGroupNames
{
    /// <summary>The groups, each with its names, the newest first: OpenSTA from 2.3, then 2.0.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> All { get; } =
    [
        ["asynchronous", "**async_default**"],
        ["gated clock", "**clock_gating_default**"],
        ["path delay", "**default**"],
        ["unconstrained", "(none)"],
    ];

    /// <summary>All names of the group with this name, itself first.</summary>
    public static IReadOnlyList<string> Of(string name) =>
        All.FirstOrDefault(names => names.Contains(name, StringComparer.Ordinal)) is { } same
            ? [name, .. same.Where(other => other != name)]
            : [name];
}
