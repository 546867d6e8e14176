using Slackline.Demo.Library;

namespace Slackline.Demo.Plan;

/// <summary>A root clock. Its name is also the name of its port.</summary>
/// <param name="Name">Clock and port.</param>
/// <param name="Ratio">Period as a multiple of core_clk's.</param>
/// <param name="Period">In ns.</param>
/// <param name="IsPropagated">Whether its tree's delays count, or an ideal latency.</param>
/// <param name="IsAsynchronous">Whether no path between it and other clocks is timed.</param>
internal sealed record Clock(string Name, double Ratio, double Period, bool IsPropagated, bool IsAsynchronous)
{
    /// <summary>The reset that is released in step with this clock.</summary>
    public string Reset => $"{Name}_rst_n";
}

/// <summary>The design's clocks. Harmonic periods, so that crossings between them can be timed.</summary>
internal sealed class ClockPlan
{
    private static readonly (string Name, double Ratio, bool IsPropagated, bool IsAsynchronous)[] s_roots =
    [
        ("core_clk", 1, true, false),
        ("io_clk", 2, false, false),
        ("mem_clk", 1.5, true, false),
        ("usb_clk", 4, true, true),
        ("dsp_clk", 1, true, false),
        ("eth_clk", 3, false, true),
        ("ddr_clk", 2, true, false),
        ("aux_clk", 6, false, false),
    ];

    public ClockPlan(DemoOptions options, Units units)
    {
        Units = units;
        SlowestScale = Corner.Take(options.Corners).Max(corner => corner.Scale);
        CorePeriod = Math.Round(SlowestScale * (CycleOverhead + (DelayPerLevel * options.Depth)) / 0.04) * 0.04;
        All = [.. s_roots.Take(options.Clocks).Select(root =>
            new Clock(root.Name, root.Ratio, CorePeriod * root.Ratio, root.IsPropagated, root.IsAsynchronous))];
    }

    // Measured with OpenSTA: with these the worst tenth of the endpoints misses setup at any depth.
    private const double CycleOverhead = 0.49;
    private const double DelayPerLevel = 0.143;

    public static int MostClocks => s_roots.Length;

    /// <summary>The units of the constraints.</summary>
    public Units Units { get; }

    /// <summary>core_clk's period in ns; everything else in the design is proportioned to it.</summary>
    public double CorePeriod { get; }

    /// <summary>How much slower than the nominal corner the slowest one is.</summary>
    public double SlowestScale { get; }

    public IReadOnlyList<Clock> All { get; }

    public Clock Core => All[0];

    /// <summary>The clock of inputs and outputs: io_clk where there is one.</summary>
    public Clock Io => All[Math.Min(1, All.Count - 1)];

    public Clock Memory => All[Math.Min(2, All.Count - 1)];
}
