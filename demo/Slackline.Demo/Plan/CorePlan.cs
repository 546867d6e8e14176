namespace Slackline.Demo.Plan;

/// <summary>
/// How the endpoints are dealt out to blocks and stages. It knows sizes only; the logic is made when a stage is
/// written, so that the plan of a million endpoints takes a megabyte or two.
/// </summary>
internal static class CorePlan
{
    private const int EndpointsPerStage = 128;
    private const int StagesPerBlock = 4;

    public static IReadOnlyList<BlockPlan> Deal(DemoOptions options, ClockPlan clocks, int endpoints)
    {
        // Every clock has a block of its own at least.
        var stages = Math.Max(clocks.All.Count, endpoints / EndpointsPerStage);
        var blocks = Math.Max(clocks.All.Count, (stages + StagesPerBlock - 1) / StagesPerBlock);
        var random = new Prng(options.Seed, blocks);
        var plan = new BlockPlan[blocks];
        var dealt = 0;
        for (var block = 0; block < blocks; block++)
        {
            var clock = PickClock(block, clocks.All, random);
            var count = Share(stages, blocks, block);
            var list = new StagePlan[count];
            for (var i = 0; i < count; i++)
            {
                var size = Share(endpoints, stages, dealt++);
                list[i] = new StagePlan(block, i, size, DepthFor(clock, options.Depth));
            }

            plan[block] = new BlockPlan(block, clock, list);
        }

        return plan;
    }

    // Part i of total dealt out evenly over parts; the remainder goes to the first ones.
    private static int Share(int total, int parts, int i) => (total / parts) + (i < total % parts ? 1 : 0);

    // Every clock gets a block; of the rest, most belong to core_clk, as in most designs.
    private static Clock PickClock(int block, IReadOnlyList<Clock> clocks, Prng random)
    {
        if (block < clocks.Count)
        {
            return clocks[block];
        }

        return random.Unit() < 0.6 ? clocks[0] : clocks[random.Below(clocks.Count)];
    }

    // A slower clock has deeper logic, or its slacks would be all alike and far from 0.
    private static int DepthFor(Clock clock, int depth) =>
        Math.Max(1, (int)Math.Round(depth * Math.Min(1.8, clock.Ratio)));
}
