using System.Text.Json;
using Slackline.Demo;

namespace Slackline.Mcp.Tests.Tools;

/// <summary>Answers that an agent acts on: right, whole, and honest where they are not.</summary>
public sealed class AnswerTests(OpenDesign open) : IClassFixture<OpenDesign>
{
    private static readonly int[] s_first = [0];

    private Agent Agent => open.Agent;

    [Fact]
    public async Task Numbers_of_a_stream_that_was_just_started_are_those_of_all_its_paths()
    {
        string stream = await StartAsync("report_checks -path_delay max -group_path_count 5000", wait: 0);
        JsonElement summary = await Agent.CallAsync("timing_summary", new() { ["stream"] = stream, ["group_by"] = "type" });
        JsonElement histogram = await Agent.CallAsync("timing_histogram", new() { ["stream"] = stream });
        JsonElement status = await Agent.CallAsync("stream_status", new() { ["stream"] = stream });
        Assert.Equal("complete", summary.GetProperty("state").GetString());
        Assert.False(summary.TryGetProperty("isPartial", out _));
        Assert.Equal(status.GetProperty("totals").GetProperty("matched").GetInt64(), summary.GetProperty("paths").GetInt64());
        Assert.Equal(summary.GetProperty("paths").GetInt64(), histogram.GetProperty("paths").GetInt64());
    }

    [Fact]
    public async Task A_summary_and_a_comparison_count_the_same_endpoints()
    {
        JsonElement compared = (await Agent.CallAsync("compare_streams", new() { ["before"] = open.Stream, ["after"] = open.Stream })).GetProperty("before");
        JsonElement summary = await Agent.CallAsync("timing_summary", new() { ["stream"] = open.Stream, ["group_by"] = "type" });
        string[] columns = [.. summary.GetProperty("columns").EnumerateArray().Select(static column => column.GetString()!)];
        JsonElement row = Assert.Single(summary.GetProperty("rows").EnumerateArray());
        Assert.Equal(row[Array.IndexOf(columns, "endpoints_violating")].GetInt32(), compared.GetProperty("violating").GetInt32());
        Assert.Equal(row[Array.IndexOf(columns, "tns")].GetDouble(), compared.GetProperty("tns").GetDouble(), 6);
        Assert.Equal(row[Array.IndexOf(columns, "wns")].GetDouble(), compared.GetProperty("wns").GetDouble(), 6);
    }

    [Fact]
    public async Task What_cannot_be_compared_is_refused_with_the_reason()
    {
        string hold = await StartAsync("report_checks -path_delay min -group_path_count 5000");
        Assert.Contains("different checks: setup (max) before, hold (min) after", await Agent.FailAsync("compare_streams", new() { ["before"] = open.Stream, ["after"] = hold }), StringComparison.Ordinal);
        JsonElement some = await Agent.CallAsync("refine_stream", new() { ["stream"] = open.Stream, ["filters"] = new { slack_max = 0 }, ["page_size"] = 1 });
        string text = await Agent.FailAsync("compare_streams", new() { ["before"] = some.GetProperty("stream").GetString(), ["after"] = open.Stream });
        Assert.Contains("filtered differently", text, StringComparison.Ordinal);
        Assert.Contains("slack <= 0", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("path_group", "core_clkk", "did you mean \"core_clk\"?")]
    [InlineData("clock", "nosuch", "no path has a clock like \"nosuch\"")]
    [InlineData("endpoint", "core/dp_0", "names are compared whole")]
    public async Task A_name_that_nothing_has_is_told(string field, string name, string expected)
    {
        JsonElement page = await Agent.CallAsync("refine_stream", new() { ["stream"] = open.Stream, ["filters"] = new Dictionary<string, string> { [field] = name } });
        Assert.Equal(0, page.GetProperty("rows").GetArrayLength());
        Assert.Contains(page.GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_is_asked_for_by_its_pin_or_its_instance()
    {
        int byInstance = await CountAsync(new { endpoint = "specials/memory/u_sram" });
        int byPin = await CountAsync(new { endpoint = "specials/memory/u_sram/D?0?" });
        Assert.True(byInstance > 10);
        Assert.Equal(1, byPin);
    }

    [Fact]
    public async Task Reports_that_the_command_did_not_print_are_not_told_of()
    {
        JsonElement page = await Agent.CallAsync("stream_timing_analysis", new() { ["command"] = "report_checks -group_path_count 100 -endpoint_path_count 3", ["page_size"] = 1 });
        Assert.False(page.TryGetProperty("notes", out JsonElement notes), notes.ToString());
    }

    [Fact]
    public async Task The_steps_of_a_delay_calculation_have_their_numbers()
    {
        JsonElement report = await Agent.CallAsync("run_report", new() { ["command"] = "report_dcalc -to [lindex [all_registers -data_pins] 0]", ["max_tokens"] = 20_000 });
        JsonElement[] steps =
        [
            .. report.GetProperty("parts")[0].GetProperty("value").GetProperty("arcs").EnumerateArray()
                .SelectMany(static arc => arc.GetProperty("sections").EnumerateArray()).SelectMany(static section => section.EnumerateArray()),
        ];
        Assert.NotEmpty(steps);
        Assert.All(steps, static step => Assert.True(step.EnumerateObject().Count() > 1, step.GetRawText()));
        Assert.Contains(steps, static step => step.EnumerateObject().Any(static field => field.Value.ValueKind == JsonValueKind.Number));
    }

    [Fact]
    public async Task A_net_s_pins_that_were_not_asked_for_do_not_look_like_none()
    {
        JsonElement report = await Agent.CallAsync("run_report", new() { ["command"] = "report_net [get_full_name [lindex [get_nets *] 0]]" });
        JsonElement net = report.GetProperty("parts")[0].GetProperty("value");
        Assert.True(!net.TryGetProperty("pins", out JsonElement pins) || pins.GetArrayLength() > 0, net.GetRawText());
    }

    [Theory]
    [InlineData("max", "specials/exceptions/u_max_delay_missed_end/D", "set_max_delay")]
    [InlineData("min", "specials/exceptions/u_min_delay_end/D", "set_min_delay")]
    [InlineData("max", "specials/latches/u_missed_latch/D", "borrow limit is reached")]
    [InlineData("max", "specials/data_checks/u_lane_1/A", "data check")]
    [InlineData("max", "specials/gating/u_and/*", "Opposite edges")]
    public async Task The_cause_of_a_path_is_named(string side, string endpoint, string cause)
    {
        string stream = await StartAsync($"report_checks -path_delay {side} -format full_clock_expanded -group_path_count 5000");
        JsonElement refined = await Agent.CallAsync("refine_stream", new() { ["stream"] = stream, ["filters"] = new { where = $"endpoint_pin like \"{endpoint}\"" }, ["page_size"] = 1 });
        Assert.NotEqual(0, refined.GetProperty("rows").GetArrayLength());
        JsonElement path = (await Agent.CallAsync("explain_path", new() { ["stream"] = refined.GetProperty("stream").GetString(), ["paths"] = s_first })).GetProperty("paths")[0];
        string lookAt = path.GetProperty("lookAt").GetRawText();
        Assert.Contains(cause, lookAt, StringComparison.Ordinal);
        if (cause == "data check")
        {
            Assert.DoesNotContain("Clock network", lookAt, StringComparison.Ordinal);
        }

        foreach (JsonElement term in path.GetProperty("capture").EnumerateArray().Where(static term => term.GetProperty("what").GetString()!.EndsWith("time borrow", StringComparison.Ordinal)))
        {
            Assert.True(term.GetProperty("value").GetDouble() > 0, path.GetRawText());
        }
    }

    [Fact]
    public async Task A_stream_has_its_units_after_a_restart()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mcp-ps-");
        try
        {
            DemoFiles design = DemoDesign.Write(Path.Combine(folder.FullName, "design"), new DemoOptions(Endpoints: 700, Depth: 8, TimeUnit: "1ps"));
            string state = Path.Combine(folder.FullName, "state");
            int before;
            string stream;
            await using (ServedDesign server = await ServedDesign.StartAsync(folder.FullName, state))
            {
                await using Agent agent = await Agent.ConnectAsync(server.Address);
                await agent.CallAsync("open_session", new() { ["setup"] = design.Setup });
                stream = (await agent.CallAsync("stream_timing_analysis", new() { ["command"] = "report_checks -group_path_count 5000", ["page_size"] = 1 })).GetProperty("stream").GetString()!;
                await agent.CallAsync("timing_summary", new() { ["stream"] = stream });
                before = await CountAsync(agent, stream, new { where = "slack < -100ps" });
            }

            await using ServedDesign again = await ServedDesign.StartAsync(folder.FullName, state);
            await using Agent later = await Agent.ConnectAsync(again.Address);
            Assert.Equal(before, await CountAsync(later, stream, new { where = "slack < -100ps" }));
            Assert.Equal(before, await CountAsync(later, stream, new { where = "slack < -100" }));
            Assert.NotEqual(0, before);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task<int> CountAsync(object filters) => CountAsync(Agent, open.Stream, filters);

    private static async Task<int> CountAsync(Agent agent, string stream, object filters)
    {
        JsonElement refined = await agent.CallAsync("refine_stream", new() { ["stream"] = stream, ["filters"] = filters, ["page_size"] = 1 });
        JsonElement summary = await agent.CallAsync("timing_summary", new() { ["stream"] = refined.GetProperty("stream").GetString() });
        return summary.GetProperty("paths").GetInt32();
    }

    private async Task<string> StartAsync(string command, int wait = 30)
    {
        JsonElement page = await Agent.CallAsync("stream_timing_analysis", new() { ["command"] = command, ["page_size"] = 1, ["wait_seconds"] = wait });
        return page.GetProperty("stream").GetString()!;
    }
}
