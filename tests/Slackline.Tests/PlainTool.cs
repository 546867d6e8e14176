using Slackline.Sessions;
using Slackline.Tests.Planning;

namespace Slackline.Tests;

/// <summary>The tool without Slackline, for comparison.</summary>
internal static class PlainTool
{
    /// <summary>A line for a script of the tool's own shell: sets <c>group_count</c> and <c>endpoint_count</c> to the names of these options that the tool knows best, so that it warns of none.</summary>
    public const string SetNamesOfCounts = """foreach {new old} {-group_path_count -group_count -endpoint_path_count -endpoint_count} { set [string range $old 1 end] [expr { [string match "*$new*" $::sta::cmd_args(report_checks)] ? $new : $old }] }""";

    /// <summary>A command with the names of options that every version takes; newer ones warn of them.</summary>
    public static string WithOldNames(string script) =>
        script.Replace("-group_path_count", "-group_count", StringComparison.Ordinal).Replace("-endpoint_path_count", "-endpoint_count", StringComparison.Ordinal);

    /// <summary>A command with the names of options that the tool itself knows best, so that it warns of none.</summary>
    public static async Task<string> WithOwnNamesAsync(StaSession session, string script) =>
        await PlannedSessions.EvaluateAsync(session, "string match *group_path_count* $::sta::cmd_args(report_checks)") == "1" ? script : WithOldNames(script);
}
