using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Slackline.Mcp.Pages;
using Slackline.Mcp.Reports;
using Slackline.Mcp.Sessions;
using Slackline.Mcp.Workspaces;
using Slackline.Reports.Data;

namespace Slackline.Mcp.Tools;

/// <summary>Tools that run reports other than timing paths.</summary>
[McpServerToolType]
internal sealed class ReportTools(CurrentWorkspace current)
{
    [McpServerTool(Name = "run_report", Title = "Run a report", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("""
        Run any other report in a session and get it as typed data: report_check_types, report_clock_skew, report_clock_properties, report_power, report_net, report_instance, report_dcalc, report_tns,
        check_setup, get_... lists and what else this version of the tool has.
        Output of an unknown kind is given as text. Long reports are cut to max_tokens; the resource slackline://reports/{id} has all of it. For timing paths use stream_timing_analysis.
        """)]
    public async Task<ReportAnswer> RunAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("The command in Tcl, for example: report_check_types -verbose")] string command,
        [Description("The session's id; needed when several are open.")] string? session = null,
        [Description("The answer is cut to about N tokens."), Range(TokenBudget.Min, TokenBudget.Max)] int max_tokens = TokenBudget.Default,
        CancellationToken cancellation = default)
    {
        Workspace workspace = current.Value;
        CommandCheck.Check(command, workspace.Limits);
        int budget = TokenBudget.RowBytes(max_tokens);
        DesignSession open = workspace.Sessions.Find(session);
        var recorder = new ReportRecorder(workspace.Limits.MaxReportBytes);
        Task running = open.Design.RunWholeAsync(command, recorder, cancellation);
        await ToolProgress.ReportAsync(progress, running, static _ => "the tool works").ConfigureAwait(false);

        var report = new KeptReport(ReportShelf.NewId(), command, recorder.Parts, recorder.Text);
        workspace.Reports.Add(report);
        JsonNode parts = JsonSerializer.SerializeToNode(report.Parts, ReportJson.Options)!;
        IReadOnlyList<string> cuts = JsonCut.Fit("parts", parts, budget);
        List<string> notes = [];
        if (cuts.Count > 0)
        {
            notes.Add($"cut to max_tokens ({string.Join("; ", cuts)}): the rest is in slackline://reports/{report.Id}");
        }

        if (recorder.Paths > 0)
        {
            notes.Add("the command prints timing paths: stream_timing_analysis gives them as rows, for a fraction of the tokens");
        }

        if (recorder.Parts.Count == 0)
        {
            notes.Add("the command printed nothing");
        }

        return new ReportAnswer
        {
            Report = report.Id,
            Parts = parts.Deserialize<IReadOnlyList<ReportPart>>(ReportJson.Options)!,
            Notes = notes.Count > 0 ? notes : null,
        };
    }
}

/// <summary>A report, for an agent.</summary>
internal sealed record ReportAnswer
{
    /// <summary>The report's id: slackline://reports/{id} has all of it.</summary>
    public required string Report { get; init; }

    /// <summary>
    /// The parts of the output in their order: kind is check_table, power, net ..., diagnostic, path or text; value is the report's data,
    /// or lines of text (a list of objects has a name in each).
    /// </summary>
    public required IReadOnlyList<ReportPart> Parts { get; init; }

    /// <summary>Other notes.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}
