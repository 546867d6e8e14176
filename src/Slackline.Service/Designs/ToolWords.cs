using System.Globalization;
using Slackline.Sessions;

namespace Slackline.Service.Designs;

/// <summary>The words for what a tool does while a query runs in it.</summary>
internal static class ToolWords
{
    /// <summary>What it does, and its memory.</summary>
    /// <param name="activity">A look at its process.</param>
    /// <param name="pathsRead">How many paths it has printed; null while it loads the design.</param>
    public static string Describe(ToolActivity activity, long? pathsRead)
    {
        string word = activity.State switch
        {
            _ when pathsRead is null => "loading the design",
            ToolState.Blocked => "paused until its output is read",
            ToolState.Idle => "waiting",
            ToolState.Stopped => "stopped by a signal",
            ToolState.Exited => "ended",
            _ when pathsRead > 0 => "printing",
            _ => "searching paths",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{word}, {activity.ResidentBytes / 1e6:N0} MB");
    }
}
