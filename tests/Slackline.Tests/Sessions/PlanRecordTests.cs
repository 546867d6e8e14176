using System.Text;
using Slackline.Sessions;

namespace Slackline.Tests.Sessions;

/// <summary>
/// The plan of a command is read while the tool may be writing another one. A plan that was rewritten in its place was now and then read empty, and a survey taken for the whole
/// command: a path for each endpoint, instead of all.
/// </summary>
public sealed class PlanRecordTests
{
    [Fact]
    public void Whenever_it_is_read_the_last_whole_plan_counts()
    {
        byte[] file = [.. Record("survey", single: 1), .. Record("survey", single: 0), .. Record("whole", single: 1)];
        int first = Record("survey", single: 1).Length;
        int second = first + Record("survey", single: 0).Length;
        for (int length = 0; length <= file.Length; length++)
        {
            StaPathPlan? plan = StaPathPlan.ParseLast(file.AsSpan(0, length));
            (SteeringMode Mode, bool IsSingle)? expected = length < first ? null
                : length < second ? (SteeringMode.Survey, true)
                : length < file.Length ? (SteeringMode.Survey, false)
                : (SteeringMode.Whole, true);
            Assert.Equal(expected, plan is null ? null : (plan.Mode, plan.IsSingle));
        }
    }

    [Fact]
    public void What_is_no_plan_is_an_error() => Assert.Throws<InvalidDataException>(static () => StaPathPlan.ParseLast("mode survey\0"u8));

    private static byte[] Record(string mode, int single) => Encoding.UTF8.GetBytes(
        $"mode {mode} single {single} reason {{it does {{more}}}} effects {{}} words {{report_checks}} endpoint_count 3 group_count 1000 slack_bound Inf bounded_below 0 unique 0\0");
}
