using System.ComponentModel;
using ModelContextProtocol.Server;

namespace Slackline.Mcp.Prompts;

/// <summary>Tasks that a person gives an agent again and again.</summary>
[McpServerPromptType]
internal sealed class SlacklinePrompts
{
    [McpServerPrompt(Name = "close_timing", Title = "Close timing")]
    [Description("Find what keeps the design from meeting timing, and what to do about it, the worst first.")]
    public static string CloseTiming(
        [Description("The session's id; the open one unless given.")] string? session = null,
        [Description("A path group to look at alone.")] string? group = null) =>
        $$"""
        Find out what keeps the design{{(session is null ? "" : $" of session {session}")}} from meeting timing{{(group is null ? "" : $" in path group {group}")}}, and propose fixes.

        1. list_sessions; if none is open, ask which setup script to load and call open_session.
        2. stream_timing_analysis with `report_checks -path_delay max -format full_clock_expanded -fields {slew capacitance fanout} -group_path_count 100000 -endpoint_path_count 1` and filters {"slack_max": 0{{(group is null ? "" : $", \"path_group\": \"{group}\"")}}}.
           When no path violates, say so, and go on with -path_delay min for hold.
        3. timing_summary on the stream by group and clocks, and by endpoint; timing_histogram: are these a few outliers, or a wall of paths?
        4. explain_path on the worst path of each group. Paths with the same startpoint or the same stages have one cause: find it once (refine_stream with `through`, fan_in, fan_out).
        5. Tell for each cause: how many endpoints and how much TNS it stands for, which stages or constraints it is, and the smallest change that would fix it. Order by TNS. Tell apart what the numbers show from what you suppose.
        6. Check hold on what you propose to speed up or slow down.
        """;

    [McpServerPrompt(Name = "what_changed", Title = "What changed")]
    [Description("Compare timing before and after a change, and say whether it may stay.")]
    public static string WhatChanged(
        [Description("The stream from before the change.")] string? before = null,
        [Description("The stream from after it.")] string? after = null) =>
        $"""
        Tell what a change did to the design's timing.

        1. {(before is null ? "list_streams: find the stream from before the change; ask when it is not clear which one." : $"The stream from before is {before}.")}
        2. {(after is null ? "Open the changed design in a session of its own (open_session) and run the same command as a new stream with the same filters." : $"The stream from after is {after}.")}
        3. compare_streams. When endpoints are new or worse, explain_path on the worst of them in both streams, and name the stages or clock terms that differ.
        4. Say in a few lines: WNS and TNS before and after, what was fixed, what broke, the likely cause of each, and whether the change may stay.
        """;
}
