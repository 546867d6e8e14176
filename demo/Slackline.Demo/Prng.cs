namespace Slackline.Demo;

/// <summary>
/// SplitMix64, a small stable generator. <see cref="System.Random"/> may change between .NET versions; the same
/// options and seed must give the same files for ever.
/// </summary>
internal sealed class Prng
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state;

    /// <summary>Starts an independent stream: any stage can be regenerated without the ones before it.</summary>
    public Prng(ulong seed, params ReadOnlySpan<int> stream)
    {
        _state = Mix(seed + GoldenGamma);
        foreach (var part in stream)
        {
            _state = Mix(_state ^ (uint)part) + GoldenGamma;
        }
    }

    public ulong NextUInt64() => Mix(_state += GoldenGamma);

    /// <summary>A number from 0 up to, but not including, <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)Math.BigMul(NextUInt64(), (ulong)limit, out _);

    /// <summary>A number in [0, 1), built from integers only, so that it is the same on every processor.</summary>
    public double Unit() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Roughly normal, mean 0 and deviation 1: twelve uniforms, so that no libm rounding gets in.</summary>
    public double Normal()
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
        {
            sum += Unit();
        }

        return sum;
    }

    public void Shuffle<T>(Span<T> items)
    {
        for (var last = items.Length - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
