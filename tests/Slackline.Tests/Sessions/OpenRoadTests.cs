using Slackline.Planning;
using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Tests.Planning;
using Slackline.Tests.Reports;

namespace Slackline.Tests.Sessions;

/// <summary>What is different in OpenROAD, with a stand-in for it.</summary>
public sealed class OpenRoadTests(DemoDesignFixture design) : IDisposable
{
    private readonly SetupFolder _folder = new(design);
    private readonly OpenRoadStandIn _openRoad = new();
    private IReadOnlyList<Diagnostic> _said = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Design => $"read_lef {_openRoad.Lef}\n{_folder.Design}";

    public void Dispose()
    {
        _folder.Dispose();
        _openRoad.Dispose();
    }

    [Fact]
    public async Task Its_own_version_is_told_beside_that_of_the_OpenSTA_in_it()
    {
        await using StaSession session = await _folder.StartAsync(_openRoad.Tool);
        Assert.Equal(("26Q3-77", "OpenROAD 26Q3-77 (OpenSTA 2.0.17)"), (session.Features.OpenRoadVersion, session.Features.Name));
    }

    [Fact]
    public async Task An_error_that_is_only_a_number_gets_its_text_and_its_place()
    {
        string setup = _folder.Write("setup.tcl", "read_lef absent.lef\nset a 1\n");
        await using StaSession session = await _folder.StartAsync(_openRoad.Tool);
        StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(setup, Cancellation));
        Assert.StartsWith($"{setup}:1: ORD-0001: absent.lef does not exist.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Also_in_a_script_in_the_setup_and_where_the_script_goes_on()
    {
        _folder.Write("inner.tcl", "set b 1\nread_lef absent.lef\n");
        string setup = _folder.Write("setup.tcl", "include inner.tcl\n");
        await using (StaSession session = await _folder.StartAsync(_openRoad.Tool))
        {
            StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(setup, Cancellation));
            Assert.StartsWith("inner.tcl:2: ORD-0001: absent.lef does not exist.", error.Message, StringComparison.Ordinal);
        }

        setup = _folder.Write("setup.tcl", Design + "read_lef absent.lef\n");
        await using (StaSession session = await _folder.StartAsync(_openRoad.Tool, goesOn: true))
        {
            Diagnostic error = Assert.Single(await session.LoadAsync(setup, Cancellation), static diagnostic => diagnostic.Severity == Severity.Error);
            Assert.Equal("Error ORD-0001: setup.tcl:6: absent.lef does not exist.", error.ToString());
            Assert.True(error.IsPassedOver);
        }
    }

    [Fact]
    public async Task An_error_that_the_script_has_caught_fails_no_load_and_warnings_keep_their_place()
    {
        _folder.Write("warns.sdc", "set_load 0.1 [get_ports nosuch_1]\n\nset_load 0.1 [get_ports nosuch_2]\n");
        string setup = _folder.Write("setup.tcl", Design + "catch { read_lef absent.lef }\nread_sdc warns.sdc\nset_load 0.1 [get_ports nosuch_3]\nputs {[WARNING] of a flow}\n");
        await using StaSession session = await _folder.StartAsync(_openRoad.Tool);
        IReadOnlyList<Diagnostic> said = await session.LoadAsync(setup, Cancellation);
        Assert.Equal(
            [
                "Error ORD-0001: absent.lef does not exist.",
                "Warning STA-9001: warns.sdc:1: port 'nosuch_1' not found.",
                "Warning STA-9001: warns.sdc:3: port 'nosuch_2' not found.",
                "Warning STA-9001: setup.tcl:8: port 'nosuch_3' not found.",
                "Warning: of a flow",
            ],
            said.Where(static diagnostic => diagnostic.Severity != Severity.Info).Select(static diagnostic => diagnostic.ToString()));
        Assert.DoesNotContain(said, static diagnostic => diagnostic.IsPassedOver);
    }

    [Fact]
    public async Task A_refused_query_has_the_text_of_its_number()
    {
        await using StaSession session = await LoadedAsync("");
        StaCommandException error = await Assert.ThrowsAsync<StaCommandException>(() => StaSessionTests.PathsAsync(session, "read_lef absent.lef"));
        Assert.StartsWith("ORD-0001: absent.lef does not exist.", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<StaCommandException>(() => StaSessionTests.PathsAsync(session, "report_checks -to nosuch/D"));
        Assert.Contains("not found", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "ORD-2010", "put read_lef")]
    [InlineData("read_lef LEF\n", "ODB-0251", "read_def -incremental")]
    public async Task What_it_wants_is_said(string before, string code, string advice)
    {
        string setup = _folder.Write("setup.tcl", $"{before.Replace("LEF", _openRoad.Lef, StringComparison.Ordinal)}{_folder.Design}read_def a.def\n");
        await using StaSession session = await _folder.StartAsync(_openRoad.Tool);
        StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(setup, Cancellation));
        Assert.Contains(code, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Critical_ends_it_and_is_explained()
    {
        string setup = _folder.Write("setup.tcl", Design + "set a 1\nutl::critical STA 240 {no way.}\n");
        await using (StaSession session = await _folder.StartAsync(_openRoad.Tool))
        {
            StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(setup, Cancellation));
            Assert.StartsWith($"{setup}:7: the tool ended in this command.", error.Message, StringComparison.Ordinal);
            Assert.Contains("exit code 1", error.Message, StringComparison.Ordinal);
            Assert.Contains("[CRITICAL STA-0240] no way.", error.Message, StringComparison.Ordinal);
        }

        await using (StaSession session = await LoadedAsync(""))
        {
            StaDiedException error = await Assert.ThrowsAsync<StaDiedException>(() => StaSessionTests.PathsAsync(session, "utl::critical STA 240 {no way.}"));
            Assert.Contains("[CRITICAL STA-0240] no way.", error.Message, StringComparison.Ordinal);
            Assert.NotEmpty(await StaSessionTests.PathsAsync(session, "report_checks"));
        }
    }

    [Fact]
    public async Task Exit_in_a_setup_is_explained()
    {
        string setup = _folder.Write("setup.tcl", Design + "exit\n");
        await using StaSession session = await _folder.StartAsync(_openRoad.Tool);
        StaSetupException error = await Assert.ThrowsAsync<StaSetupException>(() => session.LoadAsync(setup, Cancellation));
        Assert.StartsWith($"{setup}:6: 'exit' ends the tool here", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirections_of_a_setup_nest_in_ours()
    {
        await using StaSession session = await LoadedAsync($$"""
            report_checks > {{_folder.Path}}/a.rpt
            utl::warn TST 1 {first}
            tee -file {{_folder.Path}}/b.rpt { utl::warn TST 2 {second}; report_checks }
            tee -quiet -append -file {{_folder.Path}}/b.rpt { report_checks }
            tee -variable text { utl::warn TST 3 {third} }
            with_output_to_variable text { report_checks }
            utl::warn TST 4 {fourth}

            """);
        Assert.Equal(["first", "second", "third", "fourth"], _said.Where(static diagnostic => diagnostic.Severity == Severity.Warning).Select(static diagnostic => diagnostic.Message));
        Assert.StartsWith("Startpoint: ", _folder.Read("a.rpt"), StringComparison.Ordinal);
        Assert.Equal(2 * PathsIn("a.rpt"), PathsIn("b.rpt"));
    }

    [Fact]
    public async Task Redirections_of_a_query_nest_in_ours()
    {
        await using StaSession session = await LoadedAsync("");
        var blocks = new BlockRecorder();
        await StaSessionTests.PathsAsync(session, $$"""
            report_checks
            report_checks > {{_folder.Path}}/a.rpt
            tee -file {{_folder.Path}}/b.rpt { report_checks }
            tee -variable text { report_checks }
            report_checks
            """, blocks);
        Assert.Equal(4 * PathsIn("a.rpt"), blocks.Paths.Count());
        Assert.All(blocks.Blocks, static block => Assert.True(block.Kind is BlockKind.Path or BlockKind.BlankLines, block.Text));
        Assert.Equal(_folder.Read("a.rpt"), _folder.Read("b.rpt"));
    }

    [Theory]
    [InlineData("tee -append -file", "its output was copied to", true)]
    [InlineData("tee -quiet -append -file", "its output was added to", false)]
    public async Task A_tee_is_an_effect_and_happens_once(string tee, string effect, bool isPrinted)
    {
        await using StaSession session = await LoadedAsync("");
        await using PlannedQuery query = new QueryPlanner(session).Execute($"{tee} {_folder.Path}/a.rpt {{ report_checks -group_path_count 1000 -endpoint_path_count 3 }}");
        IReadOnlyList<string> paths = await PlannedSessions.ReadAsync(query);
        Assert.Contains($"{effect} {_folder.Path}/a.rpt", query.Effects);
        Assert.False(query.Plan!.IsSliced);
        await using PlannedQuery plain = new QueryPlanner(session).Execute("report_checks -group_path_count 1000 -endpoint_path_count 3");
        int all = (await PlannedSessions.ReadAsync(plain)).Count;
        Assert.True(plain.Plan!.IsSliced);
        Assert.Equal((all, isPrinted ? all : 0), (PathsIn("a.rpt"), paths.Count));
    }

    private int PathsIn(string report) => _folder.Read(report).Split("Startpoint: ").Length - 1;

    private async Task<StaSession> LoadedAsync(string script)
    {
        StaSession session = await _folder.StartAsync(_openRoad.Tool);
        _said = await session.LoadAsync(_folder.Write("setup.tcl", Design + script), Cancellation);
        return session;
    }
}
