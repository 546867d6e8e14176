namespace Slackline.Bench;

/// <summary>How long the same takes on each of two cores alone and on both, in seconds; and what it printed on both.</summary>
internal sealed record CoreTimes(double First, double Second, double Two, string Output)
{
    /// <summary>Of three runs: the first core's, the second's, and that on both.</summary>
    public CoreTimes((double Seconds, string Output)[] runs)
        : this(runs[0].Seconds, runs[1].Seconds, runs[2].Seconds, runs[2].Output)
    {
    }

    /// <summary>
    /// On one core. The cores of a shared machine are not equally fast at all times: this is the (harmonic) mean of both, so that two perfect halves take half of it.
    /// </summary>
    public double One => 2 / ((1 / First) + (1 / Second));

    /// <summary>What is left of each when another's is taken off.</summary>
    public CoreTimes Without(CoreTimes start) => this with { First = First - start.First, Second = Second - start.Second, Two = Two - start.Two };
}
