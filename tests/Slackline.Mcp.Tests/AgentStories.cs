using System.Text.Json;
using Slackline.Tests;

namespace Slackline.Mcp.Tests;

/// <summary>The official TypeScript client and the official Inspector drive the command against the real sta.</summary>
public sealed class AgentStories(DemoDesignFixture design)
{
    private const string Inspector = "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js";

    private static string Slackline => Path.Combine(AppContext.BaseDirectory, "slackline");

    [Theory]
    [InlineData("stdio", "legacy")]
    [InlineData("stdio", "modern")]
    [InlineData("http", "legacy")]
    [InlineData("http", "modern")]
    public async Task An_agent_streams_refines_cancels_and_goes_on_after_a_restart(string transport, string era)
    {
        using var state = new TemporaryFolder();
        Processes.Result result = await NodePackages.RunAsync(
            "story.mjs",
            Slackline,
            design.Setup,
            state.Path,
            transport,
            era,
            "report_checks -format full_clock_expanded -group_path_count 20000 -endpoint_path_count 3");
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        TestContext.Current.TestOutputHelper!.WriteLine(result.Output);
        Assert.Contains("an old cursor goes on after a restart", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inspector_lists_tools_opens_a_design_and_reads_streams()
    {
        using var state = new TemporaryFolder();
        string[] server = [Slackline, "mcp", "--setup-dir", Path.GetDirectoryName(design.Setup)!, "--state-dir", state.Path];
        using JsonDocument tools = await InspectAsync([.. server, "--method", "tools/list"]);
        string[] names = [.. tools.RootElement.GetProperty("tools").EnumerateArray().Select(static tool => tool.GetProperty("name").GetString()!)];
        Assert.Contains("stream_timing_analysis", names);

        using JsonDocument opened = await InspectAsync([.. server, "--method", "tools/call", "--tool-name", "open_session", "--tool-arg", "setup=" + design.Setup]);
        Assert.StartsWith("s-", opened.RootElement.GetProperty("structuredContent").GetProperty("session").GetString(), StringComparison.Ordinal);

        using JsonDocument streams = await InspectAsync([.. server, "--method", "resources/read", "--uri", "slackline://streams"]);
        Assert.Contains("\"total\":0", streams.RootElement.GetProperty("contents")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private static async Task<JsonDocument> InspectAsync(params string[] arguments)
    {
        Processes.Result result = await NodePackages.RunAsync(Inspector, ["--cli", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return JsonDocument.Parse(result.Output);
    }
}
