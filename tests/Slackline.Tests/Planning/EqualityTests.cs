using Slackline.Planning;
using Slackline.Sessions;

namespace Slackline.Tests.Planning;

/// <summary>The same command gives the same paths in the same order, byte for byte, whichever way it is run.</summary>
public sealed class EqualityTests(DemoDesignFixture design)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("report_checks -group_path_count 100000 -endpoint_path_count 4")]
    [InlineData("report_checks -group_path_count 150 -endpoint_path_count 5 -path_delay min_max")]
    [InlineData("report_checks -path_delay min -group_path_count 100000 -endpoint_path_count 3 -format full_clock_expanded -fields {slew capacitance}")]
    [InlineData("report_checks -group_path_count 100000 -endpoint_path_count 3 -format end")]
    [InlineData("report_checks -group_path_count 100000 -endpoint_path_count 3 -format short -path_group core_clk")]
    public async Task Whole_sliced_serially_and_over_workers(string command)
    {
        await using StaSession session = await PlannedSessions.LoadAsync(design.Setup, Cancellation);
        IReadOnlyList<string> whole = await PlannedSessions.RunAsync(session, command, new PlanOptions { IsWhole = true });
        Assert.NotEmpty(whole);
        foreach (int workers in (int[])[1, 2, 4])
        {
            AssertSame(whole, await PlannedSessions.RunAsync(session, command, new PlanOptions { Workers = workers, SliceWork = TimeSpan.FromMilliseconds(20) }), $"{workers} workers");
        }

        session.RefuseToFork("for this test");
        AssertSame(whole, await PlannedSessions.RunAsync(session, command, new PlanOptions()), "in the session itself");
    }

    internal static void AssertSame(IReadOnlyList<string> expected, IReadOnlyList<string> actual, string how)
    {
        Assert.True(expected.Count == actual.Count, $"{how}: {actual.Count} paths, not {expected.Count}");
        if (Environment.GetEnvironmentVariable("DUMP") is { } dump)
        {
            File.WriteAllLines(dump + "/expected", expected);
            File.WriteAllLines(dump + "/actual", actual);
        }

        for (int i = 0; i < expected.Count; i++)
        {
            Assert.True(expected[i] == actual[i], $"{how}: path {i} is\n{actual[i]}\nnot\n{expected[i]}");
        }
    }
}
