using System.Globalization;
using CsCheck;
using Slackline.Demo;
using Slackline.Planning;
using Slackline.Planning.Endpoints;
using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Sessions;
using Slackline.Streams.Spooling;
using Slackline.Tests.Streams.Spooling;
using Slackline.Timing;

namespace Slackline.Tests.Planning;

/// <summary>The same command gives the same paths in the same order, byte for byte, whichever way it is run.</summary>
public sealed class EqualityTests(DemoDesignFixture design, ITestOutputHelper output)
{
    private const string Query = "report_checks -group_path_count 100000 -endpoint_path_count 3";

    // A slice of a few endpoints, so that small designs have many.
    private static readonly PlanOptions s_fine = new() { SliceWork = TimeSpan.FromMilliseconds(40) };

    private static readonly int s_designs = int.TryParse(Environment.GetEnvironmentVariable("SLACKLINE_STRESS"), CultureInfo.InvariantCulture, out int times) ? times : 2;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Commands of all kinds: what they report, how many, and how it is printed.</summary>
    private static Gen<string> Commands =>
        from delay in OneOf("", " -path_delay min", " -path_delay max", " -path_delay min_max", " -path_delay max_rise", " -path_delay min_fall")
        from perEndpoint in Gen.Int[2, 6]
        from perGroup in Gen.OneOf(Gen.Const(100_000), Gen.Int[1, 60])
        from format in OneOf("", " -format full_clock", " -format full_clock_expanded", " -format short", " -format end", " -format summary")
        from fields in OneOf("", " -fields {slew capacitance}", " -fields {input_pin net}")
        from digits in OneOf("", " -digits 0", " -digits 5")
        from restriction in OneOf(
            "", " -slack_max 0.3", " -slack_min 0.1", " -path_group core_clk", " -unique_paths_to_endpoint", " -from [all_registers -clock_pins]", " -through [all_registers -output_pins]",
            " -to [all_registers -data_pins]", " -rise_to [all_registers -data_pins]", " -to [get_clocks core_clk]", " -sort_by_slack", " -unconstrained")
        select string.Create(CultureInfo.InvariantCulture, $"report_checks -endpoint_path_count {perEndpoint} -group_path_count {perGroup}{delay}{format}{fields}{digits}{restriction}");

    [Fact]
    public async Task Whole_in_slices_one_after_another_and_over_workers_on_designs_of_many_shapes()
    {
        var random = new Random(1);
        string[] commands = [.. Commands.Samples().Take(4 * s_designs)];
        int sliced = 0;
        int paths = 0;
        for (int i = 0; i < s_designs; i++)
        {
            DirectoryInfo directory = Directory.CreateTempSubdirectory("planned-design-");
            try
            {
                var options = new DemoOptions(Endpoints: random.Next(630, 700), Depth: random.Next(3, 8), Clocks: random.Next(1, 4), Corners: random.Next(1, 4), Seed: (ulong)random.Next());
                await using StaSession session = await PlannedSessions.LoadAsync(DemoDesign.Write(directory.FullName, options).Setup, Cancellation);
                await using StaSession serial = await PlannedSessions.LoadAsync(DemoDesign.Write(directory.FullName, options).Setup, Cancellation);
                serial.RefuseToFork("for this test");
                foreach (string command in commands[(4 * i)..(4 * (i + 1))])
                {
                    IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, command, s_fine with { IsWhole = true });
                    foreach (int workers in (int[])[1, 2, 4])
                    {
                        await using PlannedQuery query = new QueryPlanner(session, s_fine with { Workers = workers }).Execute(command);
                        AssertSame(whole, await PlannedSessions.ReadAsync(query), $"{options}, {command}, {workers} workers");
                        sliced += query.Plan!.IsSliced ? 1 : 0;
                    }

                    AssertSame(whole, await PlannedSessions.RunAsync(serial, command, s_fine), $"{options}, {command}, in the session itself");
                    paths += whole.Count;
                }
            }
            finally
            {
                directory.Delete(recursive: true);
            }
        }

        output.WriteLine($"{s_designs} designs, {4 * s_designs} commands of {paths} paths, each whole and 4 ways in slices ({sliced} of {12 * s_designs} over workers could be sliced): the same");
    }

    [Fact]
    public async Task Over_replicas_where_nothing_can_be_forked()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        await using StaSession replica = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, Query, new PlanOptions { IsWhole = true });
        session.RefuseToFork("for this test");
        replica.RefuseToFork("for this test");
        await using PlannedQuery query = new QueryPlanner([session, replica], s_fine).Execute(Query);
        AssertSame(whole, await PlannedSessions.ReadAsync(query), "over two sessions");
        Assert.Equal(2, query.Plan!.Workers);
    }

    [Fact]
    public async Task With_hardly_any_memory_for_what_waits()
    {
        using var folder = new SpoolFolder();
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, Query, new PlanOptions { IsWhole = true });
        AssertSame(whole, await PlannedSessions.RunAsync(session, Query, s_fine with { MaxHeldBytes = 1, Runs = new SpoolRunStore(folder.Open()) }), "on disk");
        Assert.Empty(folder.Open().List());
        AssertSame(whole, await PlannedSessions.RunAsync(session, Query, s_fine with { MaxHeldBytes = 1 }), "one section at a time");
    }

    [Fact]
    public async Task In_any_order_the_same_paths()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, Query, new PlanOptions { IsWhole = true });
        IReadOnlyList<string> any = await PlannedSessions.RunAsync(session, Query, s_fine with { Order = ResultOrder.Any });
        AssertSame([.. whole.Order(StringComparer.Ordinal)], [.. any.Order(StringComparer.Ordinal)], "in any order");
    }

    [Theory]
    [InlineData("slack < 0.2")]
    [InlineData("slack <= 0.18 and group = \"core_clk\"")]
    [InlineData("group in (\"core_clk\", \"io_clk\", \"no such group\") and 0.35 > slack")]
    [InlineData("type = \"min\"")]
    [InlineData("violated")]
    [InlineData("slack > 0.2 and endpoint under \"core\"")]
    [InlineData("group = \"no such group\"")]
    [InlineData("endpoint like \"*1*\"")]
    [InlineData("not (endpoint like \"*1*\" or endpoint like \"*2*\") and slack < 0.3")]
    [InlineData("endpoint matches \"_reg|out\" and startpoint like \"*\" or endpoint = \"no such endpoint\"")]
    [InlineData("endpoint = \"no such endpoint\"")]
    public async Task Whether_the_tool_leaves_out_what_the_filter_drops_or_only_the_filter_does(string where)
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        foreach (string command in (string[])["report_checks -path_delay min_max -endpoint_path_count 3 -group_path_count 70", "report_checks -endpoint_path_count 2 -group_path_count 100000 -digits 1"])
        {
            PathFilter filter = PathFilter.Parse(where);
            IReadOnlyList<string> filtered = await FilteredAsync(new QueryPlanner(session, new PlanOptions { IsWhole = true }).Execute(command), filter);
            AssertSame(filtered, await FilteredAsync(new QueryPlanner(session, s_fine).Execute(command, filter), filter), $"{command} where {where}");
        }
    }

    [Fact]
    public async Task A_port_that_is_driven_both_ways_is_the_endpoint_that_a_filter_names()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("inout-design-");
        try
        {
            string netlist = Path.Combine(directory.FullName, "inout.v");
            await File.WriteAllTextAsync(
                netlist,
                """
                module top (input clk, input a, inout io);
                  wire q, n, d;
                  DFF_X1 r1 (.D(a), .CK(clk), .Q(q));
                  NAND2_X1 n1 (.A(q), .B(a), .Z(n));
                  BUF_X1 b1 (.A(n), .Z(io));
                  NAND2_X1 n2 (.A(io), .B(q), .Z(d));
                  DFF_X1 r2 (.D(d), .CK(clk));
                endmodule
                """,
                Cancellation);
            string setup = Path.Combine(directory.FullName, "inout.tcl");
            await File.WriteAllTextAsync(
                setup,
                $"""
                read_liberty {Path.Combine(Path.GetDirectoryName(design.Setup)!, "demo_tt.lib")}
                read_verilog {netlist}
                link_design top
                create_clock -name clk -period 1 clk
                set_input_delay 0.1 -clock clk [list [get_ports a] [get_ports io]]
                set_output_delay 0.1 -clock clk [get_ports io]
                """,
                Cancellation);
            await using StaSession session = await PlannedSessions.LoadAsync(setup, Cancellation);
            foreach ((string where, int least) in ((string, int)[])[("endpoint = \"io\"", 2), ("endpoint = \"r2\"", 2), ("endpoint matches \"^r2/D$\"", 0)])
            {
                PathFilter filter = PathFilter.Parse(where);
                const string Command = "report_checks -endpoint_path_count 5 -group_path_count 1000";
                IReadOnlyList<string> whole = await FilteredAsync(new QueryPlanner(session, new PlanOptions { IsWhole = true }).Execute(Command), filter);
                AssertSame(whole, await FilteredAsync(new QueryPlanner(session, s_fine).Execute(Command, filter), filter), where);
                Assert.True(whole.Count >= least, $"{whole.Count} paths where {where}");
            }

            await using PlannedQuery none = new QueryPlanner(session, s_fine).Execute("report_checks -endpoint_path_count 0 -group_path_count 10");
            StaCommandException error = await Assert.ThrowsAsync<StaCommandException>(() => PlannedSessions.ReadAsync(none));
            Assert.Contains("endpoint", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("endpoint = \"io\"", "io load  ", true)]
    [InlineData("endpoint = \"io\"", "io driver", true)]
    [InlineData("endpoint = \"u1/PAD\"", "u1/PAD driver", true)]
    [InlineData("endpoint = \"r1\"", "r1^D", true)]
    [InlineData("endpoint = \"top/r1\"", "top/r1/A/B", true)]
    [InlineData("endpoint = \"r1\"", "r11/D", false)]
    [InlineData("endpoint != \"r1\"", "r1/D", true)]
    [InlineData("endpoint like \"r*\" and endpoint like \"*2\"", "r1/D2", true)]
    [InlineData("endpoint like \"r*\" and endpoint like \"*2\"", "r1/D", false)]
    public void An_endpoint_may_pass_by_any_name_that_a_report_may_give_it(string where, string pin, bool mayPass) =>
        Assert.Equal(mayPass, EndpointTest.Of(PathFilter.Parse(where).In(TimingUnits.Default))!.MayPass(System.Text.Encoding.UTF8.GetBytes(pin)));

    [Fact]
    public async Task Endpoints_that_the_filter_lets_no_path_of_pass_are_not_searched_where_the_count_cuts_nothing_off()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        PathFilter filter = PathFilter.Parse("slack < 10 and endpoint like \"*1*\"");
        foreach ((int count, bool isCut) in ((int, bool)[])[(100_000, false), (10, true)])
        {
            QueryPlan plan = await new QueryPlanner(session, s_fine).ExplainAsync(
                string.Create(CultureInfo.InvariantCulture, $"report_checks -endpoint_path_count 3 -group_path_count {count}"), filter, Cancellation);
            output.WriteLine(plan.Describe());
            PlanSection largest = plan.Sections.Single(static section => section.Group == "core_clk");
            Assert.Equal(isCut, largest.LeftOut == 0);
            Assert.NotEqual(0, largest.Endpoints);
        }
    }

    [Theory]
    [InlineData("report_checks -endpoint_path_count 3 -group_path_count 40; report_checks -path_delay min -endpoint_path_count 2 -group_path_count 30")]
    [InlineData("foreach delay {min max} { puts \"here is $delay\"; report_checks -path_delay $delay -endpoint_path_count 3 -group_path_count 25 }")]
    [InlineData("catch { report_checks -endpoint_path_count 3 -group_path_count 40; report_checks -endpoint_path_count 3 -group_path_count 40 }")]
    [InlineData("find_timing_paths -endpoint_path_count 3 -group_path_count 40")]
    public async Task Of_scripts_that_report_more_than_once_or_only_return_paths(string script)
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        await using PlannedQuery query = new QueryPlanner(session, s_fine).Execute(script);
        IReadOnlyList<string> planned = await PlannedSessions.ReadAsync(query);
        Assert.False(query.Plan!.IsSliced);
        AssertSame(await PlannedSessions.RunAsync(session, script, s_fine with { IsWhole = true }), planned, script);
        Assert.True(planned.Count > 40, $"{planned.Count} paths");
    }

    [Fact]
    public async Task Of_unique_paths_that_the_group_count_cuts()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        foreach ((int count, bool isSliced) in ((int, bool)[])[(40, false), (100_000, true)])
        {
            string command = string.Create(CultureInfo.InvariantCulture, $"report_checks -unique_paths_to_endpoint -endpoint_path_count 4 -group_path_count {count}");
            IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, command, s_fine with { IsWhole = true });
            await using PlannedQuery query = new QueryPlanner(session, s_fine).Execute(command);
            AssertSame(whole, await PlannedSessions.ReadAsync(query), command);
            Assert.Equal(isSliced, query.Plan!.IsSliced);
        }
    }

    [Fact]
    public async Task What_came_before_an_error_is_given_and_the_error_is_told()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        foreach (string script in (string[])["report_checks -group_path_count 1000; no_such_command", Query + "; no_such_command", "report_checks -format no_such_format"])
        {
            await using PlannedQuery query = new QueryPlanner(session, s_fine).Execute(script);
            long paths = 0;
            StaCommandException error = await Assert.ThrowsAsync<StaCommandException>(async () =>
            {
                await foreach (Slackline.Timing.PathChunk chunk in query.Paths.ReadChunksAsync(Cancellation))
                {
                    paths += chunk.Count;
                }
            });
            Assert.Contains("no_such", error.Message, StringComparison.Ordinal);
            Assert.Equal(script.Contains("no_such_format", StringComparison.Ordinal), paths == 0);
        }
    }

    [Fact]
    public async Task Of_several_queries_at_once_on_one_session()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        string[] commands = [Query, "report_checks -path_delay min -endpoint_path_count 2 -group_path_count 500", "report_checks -group_path_count 1000", "report_tns; report_wns"];
        IReadOnlyList<string>[] alone = new IReadOnlyList<string>[commands.Length];
        for (int i = 0; i < commands.Length; i++)
        {
            alone[i] = await PlannedSessions.RunAsync(session, commands[i], s_fine);
        }

        IReadOnlyList<string>[] together = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PlannedSessions.RunAsync(session, commands[i % commands.Length], s_fine)));
        for (int i = 0; i < together.Length; i++)
        {
            AssertSame(alone[i % commands.Length], together[i], commands[i % commands.Length]);
        }
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    internal static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string how)
    {
        Assert.True(expected.Count == actual.Count, $"{how}: {actual.Count} paths, not {expected.Count}");
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True(expected[i] == actual[i], $"{how}: path {i} is\n{actual[i]}\nnot\n{expected[i]}");
        }
    }

    private static async Task<IReadOnlyList<string>> FilteredAsync(PlannedQuery query, PathFilter filter)
    {
        await using (query)
        {
            var texts = new List<string>();
            await foreach (PathSelection selection in query.Paths.ReadChunksAsync(Cancellation).AsPaths().Where(filter).ReadSelectionsAsync(Cancellation))
            {
                for (int i = 0; i < selection.Count; i++)
                {
                    texts.Add(Slackline.Reports.Paths.PathRenderer.ToText(selection[i]));
                }
            }

            return texts;
        }
    }
}
