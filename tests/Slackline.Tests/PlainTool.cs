using Slackline.Sessions;
using Slackline.Tests.Planning;

namespace Slackline.Tests;

/// <summary>The tool without Slackline, for comparison.</summary>
internal static class PlainTool
{
    /// <summary>A command with the names of options that every version takes; newer ones warn of them.</summary>
    public static string WithOldNames(string script) =>
        script.Replace("-group_path_count", "-group_count", StringComparison.Ordinal).Replace("-endpoint_path_count", "-endpoint_count", StringComparison.Ordinal);

    /// <summary>A command with the names of options that the tool itself knows best, so that it warns of none.</summary>
    public static async Task<string> WithOwnNamesAsync(StaSession session, string script) =>
        await PlannedSessions.EvaluateAsync(session, "string match *group_path_count* $::sta::cmd_args(report_checks)") == "1" ? script : WithOldNames(script);
}
