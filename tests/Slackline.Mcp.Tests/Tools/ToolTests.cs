using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Slackline.Mcp.Tests.Tools;

/// <summary>The tools, as an agent calls them, on the real sta.</summary>
public sealed class ToolTests(OpenDesign open) : IClassFixture<OpenDesign>
{
    private static readonly int[] s_first = [0];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Agent Agent => open.Agent;

    [Fact]
    public async Task Every_tool_teaches_and_states_its_schema_and_nature()
    {
        IList<McpClientTool> tools = await Agent.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken);
        string[] expected =
        [
            "cancel_stream", "close_session", "compare_streams", "explain_path", "fan_in", "fan_out", "list_sessions", "list_streams", "next_page",
            "open_session", "refine_stream", "run_report", "stream_status", "stream_timing_analysis", "timing_histogram", "timing_summary",
        ];
        Assert.Equal(expected, tools.Select(static tool => tool.Name).Order(StringComparer.Ordinal));
        foreach (Tool tool in tools.Select(static tool => tool.ProtocolTool))
        {
            Assert.True(tool.Description!.Length > 100, tool.Name);
            Assert.NotNull(tool.Title);
            Assert.NotNull(tool.Annotations?.ReadOnlyHint);
            Assert.False(tool.Annotations.OpenWorldHint);
            Assert.All(
                tool.InputSchema.GetProperty("properties").EnumerateObject(),
                property => Assert.True(property.Value.TryGetProperty("description", out _) && property.Value.TryGetProperty("type", out _), $"{tool.Name}.{property.Name}"));
        }
    }

    [Fact]
    public async Task A_session_says_how_its_tool_is_forked()
    {
        JsonElement session = (await Agent.CallAsync("list_sessions", [])).GetProperty("sessions").EnumerateArray().Single(session => session.GetProperty("session").GetString() == open.Session);
        Assert.StartsWith("by TclX, /", session.GetProperty("forking").GetString(), StringComparison.Ordinal);
    }

    /// <summary>In the sandbox, as everywhere: whichever version runs, one of the two names is another's.</summary>
    [Fact]
    public async Task Groups_and_options_may_be_named_as_any_version_does()
    {
        var counts = new List<int>();
        foreach ((string group, string command) in new[] { ("**async_default**", "report_checks -group_count 500 -corner default"), ("asynchronous", "report_checks -group_path_count 500 -scenes default") })
        {
            JsonElement page = await Agent.CallAsync("stream_timing_analysis", new() { ["command"] = command, ["page_size"] = 500, ["max_tokens"] = 100_000, ["wait_seconds"] = 300, ["filters"] = new { path_group = group } });
            counts.Add(page.GetProperty("rows").GetArrayLength());
            Assert.DoesNotContain("deprecated", page.GetRawText(), StringComparison.Ordinal);
        }

        Assert.True(counts[0] > 3, $"{counts[0]} paths");
        Assert.Equal(counts[0], counts[1]);
    }

    [Fact]
    public async Task A_page_is_cut_to_its_budget_and_the_cursor_goes_on_there()
    {
        foreach ((string detail, int tokens) in new[] { ("summary", 500), ("points", 1_500), ("text", 3_000) })
        {
            JsonElement first = await Agent.CallAsync("next_page", new() { ["cursor"] = await FirstCursorAsync(), ["page_size"] = 10_000, ["detail"] = detail, ["max_tokens"] = tokens });
            int count = first.GetProperty(detail == "text" ? "texts" : "rows").GetArrayLength();
            Assert.InRange(count, 2, 200);
            Assert.Equal("max_tokens", first.GetProperty("cut").GetString());
            Assert.InRange(first.GetRawText().Length, tokens, tokens * 22 / 10);

            JsonElement second = await Agent.CallAsync("next_page", new() { ["cursor"] = first.GetProperty("nextCursor").GetString(), ["page_size"] = 1 });
            Assert.Equal(count, second.GetProperty("first").GetInt64());
        }
    }

    [Fact]
    public async Task Points_are_the_paths_of_the_text()
    {
        Dictionary<string, object?> request = new() { ["cursor"] = await FirstCursorAsync(), ["page_size"] = 3, ["max_tokens"] = 20_000 };
        JsonElement points = await Agent.CallAsync("next_page", new(request) { ["detail"] = "points" });
        JsonElement texts = await Agent.CallAsync("next_page", new(request) { ["detail"] = "text" });
        Assert.Equal("pin", points.GetProperty("pointColumns")[0].GetString());
        for (int path = 0; path < 3; path++)
        {
            string text = texts.GetProperty("texts")[path].GetString()!;
            foreach (JsonElement point in points.GetProperty("rows")[path].EnumerateArray().Last().EnumerateArray())
            {
                Assert.Contains($"{point[0].GetString()} ({point[1].GetString()})", text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task A_filter_leaves_the_paths_for_which_it_holds()
    {
        JsonElement all = await SlacksAsync(open.Stream, null);
        JsonElement some = await SlacksAsync(open.Stream, new { slack_max = 0.2, slack_min = 0.0, path_group = "core*" });
        Assert.NotEqual(0, some.GetArrayLength());
        Assert.All(some.EnumerateArray(), static row => Assert.True(row[0].GetDouble() is >= 0 and <= 0.2 && row[1].GetString() == "core_clk"));
        Assert.Equal(
            all.EnumerateArray().Count(static row => row[0].GetDouble() is >= 0 and <= 0.2 && row[1].GetString()!.StartsWith("core", StringComparison.Ordinal)),
            some.GetArrayLength());
    }

    [Fact]
    public async Task A_path_is_explained_by_its_own_numbers()
    {
        JsonElement refined = await Agent.CallAsync("refine_stream", new() { ["stream"] = open.Stream, ["filters"] = new { where = "violated and type = \"max\"" }, ["page_size"] = 1 });
        JsonElement path = Assert.Single((await Agent.CallAsync("explain_path", new() { ["stream"] = refined.GetProperty("stream").GetString(), ["paths"] = s_first, ["max_stages"] = 100, ["text"] = true })).GetProperty("paths").EnumerateArray());
        JsonElement[] stages = [.. path.GetProperty("stages").EnumerateArray()];
        Assert.Equal(path.GetProperty("dataDelay").GetDouble(), stages.Sum(static stage => stage.GetProperty("delay").GetDouble()), 3);
        Assert.InRange(stages.Sum(static stage => stage.GetProperty("sharePercent").GetDouble()), 95, 105);
        Assert.Equal(stages.Select(Delay).OrderDescending(), stages.Select(Delay));
        Assert.All(stages, stage => Assert.Contains(stage.GetProperty("pin").GetString()!, path.GetProperty("text").GetString(), StringComparison.Ordinal));
        Assert.Equal(path.GetProperty("dataDelay").GetDouble(), path.GetProperty("cells").EnumerateArray().Sum(Delay), 3);
        Assert.NotEqual(0, path.GetProperty("capture").GetArrayLength());
        Assert.NotEqual(0, path.GetProperty("lookAt").GetArrayLength());

        static double Delay(JsonElement stage) => stage.GetProperty("delay").GetDouble();
    }

    [Fact]
    public async Task Groups_by_points_and_expressions_come_in_the_order_that_is_asked_for()
    {
        JsonElement cells = await Agent.CallAsync("timing_summary", new() { ["stream"] = open.Stream, ["group_by"] = "point.cell", ["max_groups"] = 1000 });
        JsonElement blocks = await Agent.CallAsync("timing_summary", new() { ["stream"] = open.Stream, ["group_by"] = "level(endpoint, 2), depth > 3", ["sort"] = "paths asc", ["max_groups"] = 1000 });
        Assert.Equal("point.cell", cells.GetProperty("columns")[0].GetString());
        long[] violating = Column(cells, "violating");
        Assert.Equal(violating.OrderDescending(), violating);
        Assert.True(Column(cells, "paths").Sum() > cells.GetProperty("paths").GetInt64());
        Assert.Equal(["level(endpoint, 2)", "depth > 3"], blocks.GetProperty("columns").EnumerateArray().Take(2).Select(static name => name.GetString()));
        Assert.Contains(blocks.GetProperty("rows")[0][1].ValueKind, (JsonValueKind[])[JsonValueKind.True, JsonValueKind.False]);
        long[] paths = Column(blocks, "paths");
        Assert.Equal(paths.Order(), paths);
        Assert.Equal(blocks.GetProperty("paths").GetInt64(), paths.Sum());

        static long[] Column(JsonElement summary, string name)
        {
            int place = summary.GetProperty("columns").EnumerateArray().Select(static column => column.GetString()).ToList().IndexOf(name);
            return [.. summary.GetProperty("rows").EnumerateArray().Select(row => row[place].GetInt64())];
        }
    }

    /// <summary>What people ask for first. Each answer is sent once, and a token is about four bytes.</summary>
    [Fact]
    public async Task The_ten_worst_endpoints_and_why_they_fail_take_few_tokens()
    {
        JsonElement summary = await Agent.CallAsync("timing_summary", new() { ["stream"] = open.Stream, ["group_by"] = "endpoint_pin, type", ["max_groups"] = 10, ["only_violating"] = true });
        JsonElement[] rows = [.. summary.GetProperty("rows").EnumerateArray()];
        Assert.InRange(rows.Length, 5, 10);
        string[] columns = [.. summary.GetProperty("columns").EnumerateArray().Select(static column => column.GetString()!)];
        long[] worst = [.. rows.Select(row => row[Array.IndexOf(columns, "worst_path")].GetInt64())];
        JsonElement explained = await Agent.CallAsync("explain_path", new() { ["stream"] = open.Stream, ["paths"] = worst });
        JsonElement[] paths = [.. explained.GetProperty("paths").EnumerateArray()];
        Assert.Equal(worst, paths.Select(static path => path.GetProperty("path").GetInt64()));
        for (int i = 0; i < paths.Length; i++)
        {
            Assert.StartsWith(rows[i][0].GetString()!, paths[i].GetProperty("endpoint").GetString(), StringComparison.Ordinal);
            Assert.Equal(rows[i][Array.IndexOf(columns, "worst_slack")].GetDouble(), paths[i].GetProperty("slack").GetDouble(), 1e-5);
            Assert.NotEqual(0, paths[i].GetProperty("lookAt").GetArrayLength());
        }

        Assert.InRange((summary.GetRawText().Length + explained.GetRawText().Length) / 4, 1, 3_000);
    }

    [Fact]
    public async Task The_list_of_tools_takes_few_tokens()
    {
        int bytes = (await Agent.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Sum(static tool => JsonSerializer.SerializeToUtf8Bytes(tool.ProtocolTool, ModelContextProtocol.McpJsonUtilities.DefaultOptions).Length + 1);
        Assert.InRange(bytes, 1, 20_000);
    }

    [Fact]
    public async Task A_row_has_the_number_of_its_path()
    {
        JsonElement page = await Agent.CallAsync("next_page", new() { ["cursor"] = await FirstCursorAsync(), ["page_size"] = 5 });
        Assert.Equal("path", page.GetProperty("columns")[0].GetString());
        Assert.Equal([0, 1, 2, 3, 4], page.GetProperty("rows").EnumerateArray().Select(static row => row[0].GetInt32()));
        JsonElement next = await Agent.CallAsync("next_page", new() { ["cursor"] = page.GetProperty("nextCursor").GetString(), ["page_size"] = 2 });
        Assert.Equal([5, 6], next.GetProperty("rows").EnumerateArray().Select(static row => row[0].GetInt32()));
    }

    [Fact]
    public async Task A_summary_says_what_the_tool_says()
    {
        JsonElement summary = await Agent.CallAsync("timing_summary", new() { ["stream"] = open.Stream, ["group_by"] = "type" });
        JsonElement report = await Agent.CallAsync("run_report", new() { ["command"] = "report_wns -digits 6" });
        string[] columns = [.. summary.GetProperty("columns").EnumerateArray().Select(static column => column.GetString()!)];
        Assert.Equal(
            report.GetProperty("parts")[0].GetProperty("value").GetProperty("value").GetDouble(),
            summary.GetProperty("rows")[0][Array.IndexOf(columns, "wns")].GetDouble(),
            6);
    }

    /// <summary>By itself the tool prints groups and slacks alone, hold and setup one below the other.</summary>
    [Fact]
    public async Task Paths_of_check_types_have_their_type()
    {
        JsonElement page = await Agent.CallAsync("stream_timing_analysis", new() { ["command"] = "report_check_types", ["page_size"] = 1, ["wait_seconds"] = 300 });
        JsonElement summary = await Agent.CallAsync("timing_summary", new() { ["stream"] = page.GetProperty("stream").GetString(), ["group_by"] = "type", ["wait_seconds"] = 300 });
        Assert.Equal(["max", "min"], summary.GetProperty("rows").EnumerateArray().Select(static row => row[0].GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_histogram_can_be_drawn()
    {
        CallToolResult result = await Agent.Client.CallToolAsync(
            "timing_histogram", new Dictionary<string, object?> { ["stream"] = open.Stream, ["picture"] = true }, cancellationToken: TestContext.Current.CancellationToken);
        BlobResourceContents picture = Assert.IsType<BlobResourceContents>(Assert.Single(result.Content.OfType<EmbeddedResourceBlock>()).Resource);
        Assert.Equal("image/svg+xml", picture.MimeType);
        var svg = System.Xml.Linq.XDocument.Load(new MemoryStream(picture.DecodedData.ToArray()));
        int bins = Agent.AnswerOf(result).GetProperty("bins").GetArrayLength();
        Assert.Equal(bins, svg.Descendants().Count(static element => element.Name.LocalName == "title"));
    }

    [Fact]
    public async Task A_comparison_finds_what_was_fixed_and_what_is_new()
    {
        // The same design with a slower clock.
        string relaxed = Path.Combine(Path.GetDirectoryName(open.Design.Setup)!, "relaxed.tcl");
        await File.WriteAllTextAsync(relaxed, await File.ReadAllTextAsync(open.Design.Setup, Cancellation) + "\ncreate_clock -name core_clk -period 50 [get_ports core_clk]\n", Cancellation);
        string session = (await Agent.CallAsync("open_session", new() { ["setup"] = relaxed })).GetProperty("session").GetString()!;
        string better = (await Agent.CallAsync("stream_timing_analysis", new() { ["session"] = session, ["command"] = OpenDesign.Command, ["page_size"] = 1 })).GetProperty("stream").GetString()!;
        JsonElement repaired = await Agent.CallAsync("compare_streams", new() { ["before"] = open.Stream, ["after"] = better });
        JsonElement broken = await Agent.CallAsync("compare_streams", new() { ["before"] = better, ["after"] = open.Stream });
        await Agent.CallAsync("close_session", new() { ["session"] = session });
        int count = repaired.GetProperty("fixed").GetProperty("count").GetInt32();
        Assert.NotEqual(0, count);
        Assert.Equal(
            repaired.GetProperty("before").GetProperty("violating").GetInt32() - count + repaired.GetProperty("new").GetProperty("count").GetInt32(),
            repaired.GetProperty("after").GetProperty("violating").GetInt32());
        Assert.Equal(count, broken.GetProperty("new").GetProperty("count").GetInt32());
        Assert.Equal(repaired.GetProperty("new").GetProperty("count").GetInt32(), broken.GetProperty("fixed").GetProperty("count").GetInt32());
        JsonElement same = await Agent.CallAsync("compare_streams", new() { ["before"] = open.Stream, ["after"] = open.Stream });
        Assert.Equal(same.GetProperty("before").GetProperty("endpoints").GetInt32(), same.GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task A_cone_leads_back_to_where_a_path_comes_from()
    {
        JsonElement page = await Agent.CallAsync("next_page", new() { ["cursor"] = await FirstCursorAsync(), ["page_size"] = 1, ["detail"] = "points" });
        JsonElement[] points = [.. page.GetProperty("rows")[0].EnumerateArray().Last().EnumerateArray()];
        string first = points[0][0].GetString()!;
        string last = points[^1][0].GetString()!;
        JsonElement back = await Agent.CallAsync("fan_in", new() { ["pin"] = last, ["limit"] = 5_000 });
        Assert.Contains(first, back.GetProperty("names").EnumerateArray().Select(static name => name.GetString()));
        JsonElement forth = await Agent.CallAsync("fan_out", new() { ["pin"] = first, ["limit"] = 5_000 });
        Assert.Contains(last, forth.GetProperty("names").EnumerateArray().Select(static name => name.GetString()));
        Assert.Contains("no pin or port", await Agent.FailAsync("fan_in", new() { ["pin"] = "nix" }), StringComparison.Ordinal);
        Assert.Contains("refused", await Agent.FailAsync("fan_in", new() { ["pin"] = "nix [exit]; exit" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report_clock_properties", "clock_properties")]
    [InlineData("report_tns", "slack_summary")]
    [InlineData("check_setup -verbose", "setup")]
    [InlineData("report_clock_skew", "clock_skew")]
    [InlineData("report_check_types -verbose -max_transition", "limit_details")]
    [InlineData("report_power", "power")]
    [InlineData("report_net -connections -verbose [get_full_name [lindex [get_nets *] 0]]", "net")]
    [InlineData("report_instance [get_full_name [lindex [get_cells *] 0]]", "instance")]
    [InlineData("report_dcalc -to [lindex [all_registers -data_pins] 0]", "delay_calculation")]
    [InlineData("report_check_types -min_pulse_width", "check_table")]
    [InlineData("report_check_types -min_pulse_width -verbose", "check_path")]
    [InlineData("report_annotated_delay", "annotation")]
    [InlineData("report_edges -to [get_full_name [lindex [all_registers -data_pins] 0]]", "timing_edge")]
    [InlineData("report_slews [get_full_name [lindex [all_registers -data_pins] 0]]", "pin_slews")]
    [InlineData("report_disabled_edges", "disabled_edges")]
    [InlineData("get_clocks *", "text")]
    [InlineData("get_property [lindex [get_clocks *] 0] period", "text")]
    public async Task A_report_comes_as_data(string command, string kind)
    {
        JsonElement report = await Agent.CallAsync("run_report", new() { ["command"] = command });
        Assert.Equal(kind, report.GetProperty("parts")[0].GetProperty("kind").GetString());
    }

    [Theory]
    [InlineData("exec touch /tmp/never")]
    [InlineData("report_checks > /tmp/never")]
    [InlineData("open /etc/passwd")]
    [InlineData("exit")]
    [InlineData("set_max_delay 1 -to [all_outputs]")]
    public async Task No_command_leaves_the_sandbox(string command)
    {
        Assert.Contains("refused", await Agent.FailAsync("run_report", new() { ["command"] = command }), StringComparison.Ordinal);
        Assert.Contains("refused", await Agent.FailAsync("stream_timing_analysis", new() { ["command"] = command }), StringComparison.Ordinal);
        Assert.False(File.Exists("/tmp/never"));
    }

    [Fact]
    public async Task A_long_report_is_cut_and_its_resource_has_all_of_it()
    {
        JsonElement report = await Agent.CallAsync("run_report", new() { ["command"] = "report_clock_properties", ["max_tokens"] = 400 });
        Assert.InRange(report.GetRawText().Length, 200, 1_000);
        string id = report.GetProperty("report").GetString()!;
        Assert.Contains(id, report.GetProperty("notes")[0].GetString(), StringComparison.Ordinal);
        ReadResourceResult whole = await Agent.Client.ReadResourceAsync($"slackline://reports/{id}", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Contains("core_inverted_clk", Assert.IsType<TextResourceContents>(whole.Contents[0]).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stream_timing_analysis", """{"command":"report_chcks"}""", "The tool refused the command")]
    [InlineData("stream_timing_analysis", """{"command":" "}""", "`command` is empty")]
    [InlineData("stream_timing_analysis", """{"command":"report_checks","session":"s-000000"}""", "There is no session s-000000")]
    [InlineData("stream_timing_analysis", """{"command":"report_checks","filters":{"where":"slak < 0"}}""", "did you mean 'slack'?")]
    [InlineData("stream_timing_analysis", """{"command":"report_checks","max_tokens":5}""", "must be a number from 300 to 100000, not 5")]
    [InlineData("stream_timing_analysis", """{"command":"report_checks","page_size":0}""", "must be a number from 1 to 10000, not 0")]
    [InlineData("stream_timing_analysis", "{}", "command")]
    [InlineData("next_page", """{"cursor":"AAAA"}""", "no cursor of this server")]
    [InlineData("stream_status", """{"stream":"00000000000000000000000000000000"}""", "list_streams")]
    [InlineData("open_session", """{"setup":"/etc/passwd"}""", "no such file in the allowed directories")]
    [InlineData("open_session", """{"tool":"/bin/sh"}""", "must be \"sta\" or \"openroad\"")]
    [InlineData("open_session", "{}", "needs `liberty` and `verilog` files, or a `setup` script")]
    [InlineData("timing_summary", """{"stream":"STREAM","group_by":"clock"}""", "write launch_clock, capture_clock")]
    [InlineData("timing_summary", """{"stream":"STREAM","sort":"size"}""", "it takes wns, tns, violating, endpoints, paths or key")]
    [InlineData("explain_path", """{"stream":"STREAM","paths":[99999999]}""", "There is no path 99999999")]
    [InlineData("refine_stream", """{"stream":"STREAM","filters":{}}""", "asks for nothing")]
    public async Task An_error_says_what_to_do(string tool, string arguments, string expected)
    {
        var given = JsonSerializer.Deserialize<Dictionary<string, object?>>(arguments.Replace("STREAM", open.Stream, StringComparison.Ordinal))!;
        string text = await Agent.FailAsync(tool, given);
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 10, 701);
    }

    [Fact]
    public async Task A_design_can_be_opened_from_its_files()
    {
        string folder = Path.GetDirectoryName(open.Design.Setup)!;
        JsonElement session = await Agent.CallAsync("open_session", new()
        {
            ["liberty"] = Directory.GetFiles(folder, "*.lib"),
            ["verilog"] = new List<string> { "design.v" },
            ["sdc"] = new List<string> { "design.sdc" },
            ["top"] = "slackline_demo",
        });
        JsonElement page = await Agent.CallAsync("stream_timing_analysis", new() { ["session"] = session.GetProperty("session").GetString(), ["command"] = "report_checks -group_path_count 10" });
        Assert.NotEqual(0, page.GetProperty("rows").GetArrayLength());
        await Agent.CallAsync("close_session", new() { ["session"] = session.GetProperty("session").GetString() });
    }

    private async Task<string> FirstCursorAsync() => (await Agent.CallAsync("stream_status", new() { ["stream"] = open.Stream })).GetProperty("firstCursor").GetString()!;

    private async Task<JsonElement> SlacksAsync(string stream, object? filters)
    {
        JsonElement page = await Agent.CallAsync("refine_stream", new()
        {
            ["stream"] = stream,
            ["filters"] = filters ?? new { where = "slack is not null" },
            ["page_size"] = 10_000,
            ["max_tokens"] = 100_000,
        });
        string[] columns = [.. page.GetProperty("columns").EnumerateArray().Select(static column => column.GetString()!)];
        int slack = Array.IndexOf(columns, "slack");
        int group = Array.IndexOf(columns, "path_group");
        return JsonSerializer.SerializeToElement(page.GetProperty("rows").EnumerateArray().Select(row => new object[]
        {
            row[slack].GetDouble(),
            group < 0 ? page.GetProperty("same").GetProperty("path_group").GetString()! : row[group].GetString()!,
        }));
    }
}
