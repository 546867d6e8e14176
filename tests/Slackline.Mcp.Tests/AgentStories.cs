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
        Assert.StartsWith("s-", AnswerOf(opened).GetProperty("session").GetString(), StringComparison.Ordinal);

        using JsonDocument streams = await InspectAsync([.. server, "--method", "resources/read", "--uri", "slackline://streams"]);
        Assert.Contains("\"total\":0", streams.RootElement.GetProperty("contents")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_inspector_goes_through_the_whole_story_call_by_call()
    {
        using var state = new TemporaryFolder();
        string? middle;
        JsonElement before;
        await using (ServedDesign server = await ServedDesign.StartAsync(design, state.Path))
        {
            JsonElement opened = await CallAsync(server, "open_session", ("setup", design.Setup));
            string session = opened.GetProperty("session").GetString()!;
            JsonElement page = await CallAsync(
                server, "stream_timing_analysis", ("session", session), ("command", "report_checks -group_path_count 20000 -endpoint_path_count 3"), ("page_size", "700"), ("max_tokens", "100000"), ("wait_seconds", "120"));
            string stream = page.GetProperty("stream").GetString()!;
            middle = page.GetProperty("nextCursor").GetString();
            int seen = page.GetProperty("rows").GetArrayLength();
            while (page.TryGetProperty("nextCursor", out JsonElement next) && next.GetString() is { } cursor)
            {
                page = await CallAsync(server, "next_page", ("cursor", cursor), ("page_size", "5000"), ("max_tokens", "100000"), ("wait_seconds", "120"));
                seen += page.GetProperty("rows").GetArrayLength();
            }

            Assert.Equal("complete", page.GetProperty("state").GetString());
            Assert.Equal(page.GetProperty("totals").GetProperty("matched").GetInt32(), seen);
            JsonElement histogram = await CallAsync(server, "timing_histogram", ("stream", stream));
            Assert.Equal(seen, histogram.GetProperty("bins").EnumerateArray().Sum(static bin => bin[2].GetInt32()) + histogram.GetProperty("withoutSlack").GetInt32());
            JsonElement refined = await CallAsync(server, "refine_stream", ("stream", stream), ("filters", """{"where":"violated"}"""), ("wait_seconds", "60"));
            Assert.Equal(histogram.GetProperty("violating").GetInt32(), refined.GetProperty("totals").GetProperty("matched").GetInt32());
            JsonElement other = await CallAsync(server, "stream_timing_analysis", ("session", session), ("command", "report_checks -group_path_count 20000 -endpoint_path_count 3"), ("wait_seconds", "0"), ("page_size", "1"));
            Assert.NotEqual("running", (await CallAsync(server, "cancel_stream", ("stream", other.GetProperty("stream").GetString()!))).GetProperty("state").GetString());
            before = await CallAsync(server, "next_page", ("cursor", middle!), ("page_size", "7"));
        }

        await using ServedDesign again = await ServedDesign.StartAsync(design, state.Path);
        Assert.Equal(before.GetProperty("rows").GetRawText(), (await CallAsync(again, "next_page", ("cursor", middle!), ("page_size", "7"))).GetProperty("rows").GetRawText());
    }

    private static async Task<JsonElement> CallAsync(ServedDesign server, string tool, params (string Name, string Value)[] arguments)
    {
        string[] pairs = [.. arguments.SelectMany(static argument => (string[])["--tool-arg", $"{argument.Name}={argument.Value}"])];
        using JsonDocument answer = await InspectAsync(["--server-url", server.Address.ToString(), "--transport", "http", "--method", "tools/call", "--tool-name", tool, .. pairs]);
        return AnswerOf(answer);
    }

    private static JsonElement AnswerOf(JsonDocument result)
    {
        using var answer = JsonDocument.Parse(result.RootElement.GetProperty("content")[0].GetProperty("text").GetString()!);
        return answer.RootElement.Clone();
    }

    private static async Task<JsonDocument> InspectAsync(params string[] arguments)
    {
        Processes.Result result = await NodePackages.RunAsync(Inspector, ["--cli", .. arguments]);
        Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        return JsonDocument.Parse(result.Output);
    }
}
