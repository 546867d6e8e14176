using Slackline.Queries;
using Slackline.Timing;

namespace Slackline.Tests.Queries;

/// <summary>What a filter allocates once it has seen a chunk: nothing.</summary>
public class FilterMemorySpecs
{
    private static readonly PathChunk s_chunk = SampleReport.Large();

    [Theory]
    [InlineData("slack < 0 and group = 'clk'")]
    [InlineData("not (violated or depth in (1, 2) or endpoint under 'core/alu')")]
    [InlineData("abs(slack - 10ps) * 2 < max(arrival, required) / depth")]
    [InlineData("startpoint matches 'r[0-9]*7$' or endpoint not like '*q1?'")]
    [InlineData("clock = 'clk' and corner is null and launch_clock = capture_clock and type = 'max'")]
    [InlineData("any (point.cell like '*BUF*' and point.delay > 0.2) and count(point.pin ~ 'u5') > 0 and all point.edge = 'fall' and no point.fanout > 3")]
    public void A_filter_that_is_warm_allocates_nothing(string text)
    {
        PathFilter filter = PathFilter.Parse(text);
        var matches = new int[PathChunk.Capacity];
        int found = 0;

        // What the runtime itself allocates while it compiles better code, or a regex grows its states, comes at most a few times.
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 20 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 10; i++)
            {
                found += filter.Match(s_chunk, matches);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.NotEqual(0, found);
    }
}
