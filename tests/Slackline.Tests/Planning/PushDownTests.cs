using System.Globalization;
using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports.Paths;
using Slackline.Sessions;

namespace Slackline.Tests.Planning;

/// <summary>What is left out before the filter sees it is what the filter would drop, and nothing else: on designs full of exceptions, for both sides of the check.</summary>
public sealed class PushDownTests(ITestOutputHelper output)
{
    private static readonly string[] s_filters =
    [
        "slack < 0", "violated", "slack <= -0.1 and type = \"min\"", "0.2 > slack", "type = \"min\" and slack < 0.5", "type = \"max\"",
        "group = \"core_clk\" and slack < 0", "group in (\"io_clk\", \"mem_clk\")", "endpoint under \"core\" and slack < 0.1",
    ];

    private static readonly string[] s_commands =
    [
        "report_checks -path_delay min_max -group_path_count 100000",
        "report_checks -path_delay min -group_path_count 100000 -endpoint_path_count 3",
        "report_checks -path_delay max -group_path_count 100000 -endpoint_path_count 3",
        "report_checks -path_delay min_max -group_path_count 40 -endpoint_path_count 2 -format full_clock_expanded -digits 4",
        "report_checks -path_delay min -group_path_count 100000 -endpoint_path_count 2 -from [get_clocks core_clk]",
        "report_checks -path_delay min -group_path_count 100000 -sort_by_slack",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Loses_no_path_under_exceptions(int seed)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("exception-design-");
        try
        {
            await using StaSession session = await PlannedSessions.LoadAsync(ExceptionDesign.Write(directory.FullName, seed), Cancellation);
            var fine = new PlanOptions { SliceWork = TimeSpan.FromMilliseconds(40) };
            int matched = 0;
            foreach (string command in s_commands)
            {
                foreach (string where in s_filters)
                {
                    PathFilter filter = PathFilter.Parse(where);
                    await using PlannedQuery whole = new QueryPlanner(session, new PlanOptions { IsWhole = true }).Execute(command);
                    IReadOnlyList<string> expected = await MatchingAsync(whole, filter);
                    await using PlannedQuery pushed = new QueryPlanner(session, fine).Execute(command, filter);
                    EqualityTests.AssertSame(expected, await MatchingAsync(pushed, filter), $"seed {seed}: {command} where {where}");
                    await using PlannedQuery pushedWhole = new QueryPlanner(session, fine with { IsWhole = true }).Execute(command, filter);
                    EqualityTests.AssertSame(expected, await MatchingAsync(pushedWhole, filter), $"seed {seed}, whole: {command} where {where}");
                    matched += expected.Count;
                }
            }

            output.WriteLine($"seed {seed}: {matched} paths matched");
            Assert.True(matched > 1000, $"only {matched} paths matched");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_violated_minimum_delay_is_not_lost_where_the_hold_check_is_met()
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("min-delay-design-");
        try
        {
            string setup = ExceptionDesign.Write(directory.FullName, 4);
            await File.AppendAllTextAsync(setup, "set_min_delay 9 -to [get_pins core/dp_0/stage_0/*_reg_*/D]\n", Cancellation);
            await using StaSession session = await PlannedSessions.LoadAsync(setup, Cancellation);
            PathFilter filter = PathFilter.Parse("slack < -1");
            await using PlannedQuery query = new QueryPlanner(session).Execute("report_checks -path_delay min -group_path_count 100000", filter);
            IReadOnlyList<string> violations = await MatchingAsync(query, filter);
            Assert.True(violations.Count(static text => text.Contains("core/dp_0/stage_0/", StringComparison.Ordinal)) > 10, $"{violations.Count} violations");
            Assert.DoesNotContain(query.Plan!.PushedDown, static line => line.Contains("-slack_max", StringComparison.Ordinal));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 30)]
    [InlineData(3, 12)]
    public async Task A_count_that_cuts_leaves_the_worst_paths_of_each_group(int seed, int count)
    {
        DirectoryInfo directory = Directory.CreateTempSubdirectory("cut-design-");
        try
        {
            await using StaSession session = await PlannedSessions.LoadAsync(ExceptionDesign.Write(directory.FullName, seed), Cancellation);
            IReadOnlyList<string> all = await PlannedSessions.RunAsync(session, "report_checks -group_path_count 100000 -endpoint_path_count 4", new PlanOptions { IsWhole = true });
            string[] expected = [.. all.GroupBy(GroupOf).SelectMany(group => group.Take(count))];
            await using PlannedQuery query = new QueryPlanner(session, new PlanOptions { SliceWork = TimeSpan.FromMilliseconds(40) }).Execute(string.Create(CultureInfo.InvariantCulture, $"report_checks -group_path_count {count} -endpoint_path_count 4"));
            EqualityTests.AssertSame(expected, await PlannedSessions.ReadAsync(query), $"seed {seed}, {count}");
            Assert.True(query.Plan!.IsSliced, query.Plan.Reason);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static string GroupOf(string path) => path.Split('\n').First(static line => line.StartsWith("Path Group:", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<string>> MatchingAsync(PlannedQuery query, PathFilter filter)
    {
        var texts = new List<string>();
        await foreach (PathSelection selection in query.Paths.ReadChunksAsync(Cancellation).AsPaths().Where(filter).ReadSelectionsAsync(Cancellation))
        {
            for (int i = 0; i < selection.Count; i++)
            {
                texts.Add(PathRenderer.ToText(selection[i]));
            }
        }

        return texts;
    }
}
