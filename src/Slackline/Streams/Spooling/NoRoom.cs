using System.Globalization;

namespace Slackline.Streams.Spooling;

/// <summary>The words for a writer that waits for room, or that has waited long enough.</summary>
internal static class NoRoom
{
    /// <summary>Why a writer waits; null while it does not.</summary>
    public static string? WhyItWaits(this SpoolState state) => state switch
    {
        SpoolState.WaitingForQuota => "the state directory is at its quota",
        SpoolState.DiskFull => "the disk is full",
        _ => null,
    };

    /// <summary>The fault of a writer that has waited long enough.</summary>
    /// <param name="state">What it waited for.</param>
    /// <param name="root">The state directory.</param>
    /// <param name="maxBytes">Its quota.</param>
    /// <param name="waited">How long it waited.</param>
    public static SpoolException After(SpoolState state, string root, long maxBytes, TimeSpan waited) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"There is no room in {root}: {state.WhyItWaits()}{(state == SpoolState.WaitingForQuota ? $" of {maxBytes / 1e6:N1} MB" : "")}, and it stayed so for {waited.TotalSeconds:0} s. It takes {SpoolFiles.Size(root) / 1e6:N1} MB. Make room ('slackline streams --remove ID'), or name a folder on another disk in $SLACKLINE_STATE."));
}
