using Slackline.Demo.Plan;

namespace Slackline.Demo.Specials;

/// <summary>Every special, in the order in which they are written.</summary>
internal static class AllSpecials
{
    public static IReadOnlyList<Special> For(ClockPlan clocks) =>
    [
        new CrossingSpecial(clocks),
        new GeneratedClockSpecial(clocks),
        new GatingSpecial(clocks),
        new LatchSpecial(clocks),
        new ResetSpecial(clocks),
        new DataCheckSpecial(clocks),
        new ExceptionSpecial(clocks),
        new PortSpecial(clocks),
        new MemorySpecial(clocks),
        new NameSpecial(clocks),
        new UnconstrainedSpecial(clocks),
    ];
}
