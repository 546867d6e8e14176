namespace Slackline.Bench;

/// <summary>Commands in the words of OpenSTA 2.0.17.</summary>
internal static class StaCommands
{
    /// <summary>A command with the old names of the two options that were renamed; newer versions take both.</summary>
    public static string WithOldNames(string query) => query
        .Replace("-group_path_count", "-group_count", StringComparison.Ordinal)
        .Replace("-endpoint_path_count", "-endpoint_count", StringComparison.Ordinal);
}
