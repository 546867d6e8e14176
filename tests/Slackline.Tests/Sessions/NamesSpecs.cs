using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Reports.Paths;
using Slackline.Sessions;
using Slackline.Tests.Planning;
using Slackline.Timing;

namespace Slackline.Tests.Sessions;

/// <summary>Options and path groups may be named as any version of the tool does, in a query of one's own and in the sandbox.</summary>
public sealed class NamesSpecs(DemoDesignFixture design)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The names of 2.0 and those of 3: whichever version runs, one of the two has to be translated.</summary>
    [Theory]
    [InlineData("report_checks -group_count 9 -endpoint_count 2 -format end", "report_checks -group_path_count 9 -endpoint_path_count 2 -format end")]
    [InlineData("report_checks -group_c 9 -corner default -format end", "report_checks -group_p 9 -scenes default -format end")]
    [InlineData("puts [llength [find_timing_paths -group_count 7 -corner default]]", "puts [llength [find_timing_paths -group_path_count 7 -scenes default]]")]
    [InlineData("report_checks -group_count 3 -path_group **async_default** -format end", "report_checks -group_path_count 3 -path_group asynchronous -format end")]
    [InlineData("report_checks -path_group {**clock_gating_default** **default**} -format end", "report_checks -path_group {{gated clock} {path delay}} -format end")]
    [InlineData("report_checks -path_group **clock_gating_default** -format end", "report_checks -path_group {gated clock} -format end")]
    [InlineData("report_checks -unconstrained -path_group (none) -to debug_out", "report_checks -unconstrained -path_group unconstrained -to debug_out")]
    [InlineData("report_check_types -all_violators -max_delay -max_transition", "report_check_types -violators -max_delay -max_slew")]
    [InlineData("report_check_types -min_transition -min_delay -corner default -verbose", "report_check_types -min_slew -min_delay -scenes default -verbose")]
    [InlineData("report_clock_skew -clock core_clk -corner default", "report_clock_skew -clocks core_clk -scenes default")]
    [InlineData("report_annotated_delay -max_line 3 -list_not_annotated", "report_annotated_delay -max_lines 3 -report_unannotated")]
    [InlineData("report_annotated_check -setup -max_line 3 -list_annotated", "report_annotated_check -setup -max_lines 3 -report_annotated")]
    [InlineData("report_net -connections -verbose -hier_pins -corner default -significant_digits 4 rst_n", "report_net -connections -verbose -hier_pins -scene default -digits 4 rst_n")]
    [InlineData("report_power -corner default -digits 3", "report_power -scene default -digits 3")]
    [InlineData("report_dcalc -from specials/exceptions/u_no_latency_start/CK -corner default", "report_dcalc -from specials/exceptions/u_no_latency_start/CK -scene default")]
    [InlineData("puts [worst_slack -corner default]; puts [total_negative_slack -corner default]", "puts [worst_slack -scene default]; puts [total_negative_slack -scene default]")]
    [InlineData("report_tns; report_wns; report_worst_slack", "report_tns -max; report_wns -max; report_worst_slack -max")]
    [InlineData("report_cell -connections -verbose specials/gating/u_enable", "report_instance -connections -verbose specials/gating/u_enable")]
    public async Task Old_and_new_names_ask_for_the_same(string old, string current)
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        string expected = await OutcomeAsync(session, old, isSandboxed: false);
        Assert.Equal(expected, await OutcomeAsync(session, current, isSandboxed: false));
        Assert.Equal(expected, await OutcomeAsync(session, old, isSandboxed: true));
        Assert.Equal(expected, await OutcomeAsync(session, current, isSandboxed: true));
        Assert.NotEmpty(expected);
        Assert.DoesNotContain("Warning", expected, StringComparison.Ordinal);
        Assert.DoesNotContain("not a known", expected, StringComparison.Ordinal);
    }

    /// <summary>Only words that a command of the tool reads are translated: not text, not the words of the user's own procedures, not values.</summary>
    [Fact]
    public async Task What_only_looks_like_a_name_stays()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        const string script = """
            # -group_path_count 3 -group_count 3
            proc mine {args} {return $args}
            puts "say -group_path_count 5 and -group_count 5, **async_default** and asynchronous"
            puts [mine -group_count 3 -group_path_count 4 -path_group **async_default** asynchronous]
            """;
        string said = "say -group_path_count 5 and -group_count 5, **async_default** and asynchronous\n-group_count 3 -group_path_count 4 -path_group **async_default** asynchronous\n";
        Assert.Equal(said, await OutcomeAsync(session, script, isSandboxed: false));
        Assert.Equal(said, await OutcomeAsync(session, script, isSandboxed: true));
    }

    [Theory]
    [InlineData("report_checks -format nosuch", "-format nosuch not recognized. OpenSTA ", " has the formats full, full_clock, ")]
    [InlineData("report_check_types -nosuch", "report_check_types -nosuch is not a known keyword or flag. There is no -nosuch in OpenSTA ", "; report_check_types has -")]
    [InlineData("report_checks -nosuch 3", "There is no -nosuch in OpenSTA ", "; report_checks has -")]
    public async Task What_no_version_knows_is_told_with_what_this_one_has(string command, string error, string hint)
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        string outcome = await OutcomeAsync(session, command, isSandboxed: false);
        Assert.Contains(error, outcome, StringComparison.Ordinal);
        Assert.Contains(hint, outcome, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_field_is_told()
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        Assert.Contains("unknown field nosuch.", await OutcomeAsync(session, "report_checks -fields {slew nosuch cap}", isSandboxed: false), StringComparison.Ordinal);
        Assert.DoesNotContain("unknown field", await OutcomeAsync(session, "report_checks -fields {slew capacitance input_pin net}", isSandboxed: false), StringComparison.Ordinal);
    }

    /// <summary>In a filter, too, and together with the command's own choice; what is printed is the tool's own name.</summary>
    [Theory]
    [InlineData("**async_default**", "asynchronous")]
    [InlineData("**clock_gating_default**", "gated clock")]
    [InlineData("**default**", "path delay")]
    public async Task A_filter_knows_a_group_by_all_its_names(string old, string current)
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string> all = await PlannedSessions.RunAsync(session, "report_checks -group_path_count 50", new PlanOptions());
        string[] expected = [.. all.Where(text => text.Contains($"Path Group: {old}\n", StringComparison.Ordinal) || text.Contains($"Path Group: {current}\n", StringComparison.Ordinal))];
        Assert.NotEmpty(expected);
        foreach (string name in (string[])[old, current])
        {
            Assert.Equal(expected, await FilteredAsync(session, "report_checks -group_path_count 50", $"group = \"{name}\""));
            Assert.Equal(all.Except(expected), await FilteredAsync(session, "report_checks -group_path_count 50", $"group != \"{name}\""));
            Assert.Equal(expected, await FilteredAsync(session, $"report_checks -group_path_count 50 -path_group {{{{{old}}}}}", $"group in (\"{name}\", \"nosuch\")"));
            Assert.Equal(expected, await FilteredAsync(session, $"report_checks -group_path_count 50 -path_group {{{{{current}}}}}", $"group in (\"{name}\", \"nosuch\")"));
        }
    }

    // What passes a filter, of which the tool itself may leave out a part.
    private static async Task<IReadOnlyList<string>> FilteredAsync(StaSession session, string command, string where)
    {
        PathFilter filter = PathFilter.Parse(where);
        var texts = new List<string>();
        await using PlannedQuery query = new QueryPlanner(session, new PlanOptions()).Execute(command, filter);
        await foreach (PathChunk chunk in query.Paths.ReadChunksAsync(Cancellation))
        {
            var matches = new int[chunk.Count];
            texts.AddRange(matches[..filter.Match(chunk, matches)].Select(path => PathRenderer.ToText(chunk[path])));
        }

        return texts;
    }

    // What a script prints, or how it fails.
    private static async Task<string> OutcomeAsync(StaSession session, string script, bool isSandboxed)
    {
        await using StaCommand command = await session.RunAsync(new StaRequest(script) { SandboxLimit = isSandboxed ? TimeSpan.FromMinutes(1) : null }, Cancellation);
        using var reader = new StreamReader(command.Output);
        string printed = await reader.ReadToEndAsync(Cancellation);
        try
        {
            await command.CompleteAsync();
            return printed;
        }
        catch (StaCommandException e)
        {
            return printed + e.Message.Split('\n')[0];
        }
    }
}
