using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using Slackline.Mcp.Filters;
using Slackline.Mcp.Prompts;
using Slackline.Mcp.Resources;
using Slackline.Mcp.Tools;
using Slackline.Mcp.Workspaces;
using Slackline.Reports.Data;

namespace Slackline.Mcp.Registration;

/// <summary>What the server is over any transport: its name, instructions, tools, resources and prompts.</summary>
internal static class SlacklineMcpServer
{
    private const string Instructions = """
        Slackline streams timing paths out of OpenSTA. The way to work:
        1. list_sessions, and open_session when the design is not open yet.
        2. stream_timing_analysis with a broad command and detail=summary; page with next_page only as far as you need.
        3. timing_summary and timing_histogram on the stream's id for counts, WNS, TNS; refine_stream to narrow without running the tool again.
        4. explain_path on the worst paths; fan_in and fan_out to look around; run_report for every other report.
        5. After a change: the same command as a new stream, then compare_streams.
        Times are in the design's time unit. Cursors stay good, also after a restart. Answers are cut to max_tokens.
        """;

    /// <summary>Adds the server to some services.</summary>
    public static IMcpServerBuilder AddSlackline(this IServiceCollection services, SlacklineMcpOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<WorkspaceTable>();
        return services
            .AddMcpServer(server =>
            {
                server.ServerInfo = new Implementation
                {
                    Name = "slackline",
                    Title = "Slackline",
                    Version = typeof(SlacklineMcpServer).Assembly.GetName().Version!.ToString(3),
                };
                server.ServerInstructions = Instructions;
            })
            .WithTools<SessionTools>(ReportJson.Options)
            .WithTools<StreamTools>(ReportJson.Options)
            .WithTools<SummaryTools>(ReportJson.Options)
            .WithTools<PathTools>(ReportJson.Options)
            .WithTools<CompareTools>(ReportJson.Options)
            .WithTools<NetworkTools>(ReportJson.Options)
            .WithTools<ReportTools>(ReportJson.Options)
            .WithResources<SlacklineResources>()
            .WithPrompts<SlacklinePrompts>(ReportJson.Options)
            .WithCompleteHandler(static (request, _) => new ValueTask<CompleteResult>(
                Completions.Complete(request.Services!.GetRequiredService<CurrentWorkspace>().Value, request.Params!)))
            .WithRequestFilters(static filters => filters
                .AddListToolsFilter(NumberTypes.Around)
                .AddListToolsFilter(ToolArguments.Close)
                .AddCallToolFilter(ToolErrors.Around)
                .AddCallToolFilter(ToolArguments.Check)
                .AddReadResourceFilter(ResourceErrors.Around));
    }
}
