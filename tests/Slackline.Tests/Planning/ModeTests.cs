using Slackline.Demo;
using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Sessions;

namespace Slackline.Tests.Planning;

/// <summary>Designs with several scenes, and several modes, which OpenSTA 3 has.</summary>
public sealed class ModeTests : IDisposable
{
    private static readonly string[] s_commands =
    [
        "report_checks -group_path_count 100000 -endpoint_path_count 4",
        "report_checks -path_delay min_max -group_path_count 100000 -endpoint_path_count 3",
        "report_checks -path_delay min -group_path_count 100000 -endpoint_path_count 2 -scenes {func_ss test_ss}",
        "report_checks -group_path_count 100000 -endpoint_path_count 3 -scenes test_ss",
        "report_checks -group_path_count 100000 -endpoint_path_count 3 -slack_min 0.1 -path_group core_clk",
    ];

    private readonly string _directory = Directory.CreateTempSubdirectory("mode-design-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Theory]
    [InlineData(11UL)]
    [InlineData(12UL)]
    public async Task Give_the_same_whole_and_in_slices(ulong seed)
    {
        DemoFiles files = DemoDesign.Write(_directory, new DemoOptions(Endpoints: 640, Depth: 4, Clocks: 2, Corners: 2, Seed: seed));
        string setup = Path.Combine(_directory, "modes.tcl");
        await File.WriteAllTextAsync(
            setup,
            $$"""
            set dir {{Path.GetDirectoryName(files.Setup)}}
            read_liberty $dir/demo_tt.lib
            read_liberty $dir/demo_ss.lib
            read_verilog $dir/design.v
            link_design slackline_demo
            set_mode func
            read_sdc $dir/design.sdc
            set_mode test
            read_sdc $dir/design.sdc
            set_clock_uncertainty 0.11 [all_clocks]
            set_false_path -to [get_pins core/dp_0/stage_0/*_reg_1*/D]
            define_scene func_tt -mode func -liberty demo_tt
            define_scene func_ss -mode func -liberty demo_ss
            define_scene test_ss -mode test -liberty demo_ss
            """,
            Cancellation);
        await using StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, Cancellation);
        Assert.SkipUnless(await PlannedSessions.HasCommandAsync(session, "define_scene"), "This tool has no modes; OpenSTA 3 does.");
        await session.LoadAsync(setup, Cancellation);
        foreach (string command in s_commands)
        {
            IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, command, new PlanOptions { IsWhole = true });
            foreach (int workers in (int[])[1, 2, 4])
            {
                await using PlannedQuery query = new QueryPlanner(session, new PlanOptions { Workers = workers, SliceWork = TimeSpan.FromMilliseconds(40) }).Execute(command);
                EqualityTests.AssertSame(whole, await PlannedSessions.ReadAsync(query), $"seed {seed}, {workers} workers: {command}");
                Assert.True(query.Plan!.IsSliced, query.Plan.Reason);
            }

            Assert.True(whole.Count > 100, $"{whole.Count} paths: {command}");
        }
    }
}
