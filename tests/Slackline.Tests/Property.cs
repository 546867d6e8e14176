using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace Slackline.Tests;

/// <summary>
/// Checks what holds of everything that a generator makes: the same samples in every run, on every machine, and first those that once failed. With
/// <c>SLACKLINE_PROPERTY_SECONDS</c> new samples are made for so long instead; <c>tests/fuzz/run.sh properties</c> does that.
/// </summary>
internal static class Property
{
    private const uint Stream = 1;
    private const int Batch = 1_000;
    private const int BatchExploring = 50;

    private static readonly TimeSpan? s_exploring =
        double.TryParse(Environment.GetEnvironmentVariable("SLACKLINE_PROPERTY_SECONDS"), CultureInfo.InvariantCulture, out double seconds) ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>How much longer a property may take than its usual samples do.</summary>
    public static TimeSpan Exploring => s_exploring ?? TimeSpan.Zero;

    /// <summary>Samples that are the same in every run; others where new ones are looked for.</summary>
    public static IEnumerable<T> Samples<T>(this Gen<T> gen)
    {
        PCG seeds = NewSeeds();
        while (true)
        {
            yield return gen.Generate(new PCG(Stream, seeds.Next64()), null, out _);
        }
    }

    /// <summary>Checks samples, on all cores unless told otherwise.</summary>
    /// <param name="gen">What makes them.</param>
    /// <param name="check">Throws when a sample is wrong.</param>
    /// <param name="iter">How many.</param>
    /// <param name="threads">On how many cores; -1 for all.</param>
    /// <param name="print">How a failure shows its sample.</param>
    /// <param name="seeds">CsCheck's seeds of samples that failed once. They are checked first.</param>
    public static void Holds<T>(this Gen<T> gen, Action<T> check, int iter = 100, int threads = -1, Func<T, string>? print = null, params string[] seeds)
    {
        foreach (PCG[] batch in Batches(iter, seeds))
        {
            string?[] failed = new string?[batch.Length];
            ParallelLoopResult loop = Parallel.For(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, (i, state) =>
            {
                string seed = batch[i].ToString();
                try
                {
                    check(gen.Generate(batch[i], null, out _));
                }
                catch (Exception)
                {
                    failed[i] = seed;
                    state.Break();
                }
            });
            if (loop.LowestBreakIteration is { } first)
            {
                // It tells the sample, or a smaller one that fails as well.
                gen.Sample(check, seed: failed[first], iter: iter, threads: threads, print: print);
                Assert.Fail($"The sample of seed {failed[first]} failed, but not when it was checked once more.");
            }
        }
    }

    /// <inheritdoc cref="Holds{T}"/>
    public static void Holds<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> check, int iter = 100, int threads = -1, Func<(T1, T2), string>? print = null, params string[] seeds) =>
        gen.Holds(sample => check(sample.Item1, sample.Item2), iter, threads, print, seeds);

    /// <inheritdoc cref="Holds{T}"/>
    public static void Holds<T1, T2, T3>(
        this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> check, int iter = 100, int threads = -1, Func<(T1, T2, T3), string>? print = null, params string[] seeds) =>
        gen.Holds(sample => check(sample.Item1, sample.Item2, sample.Item3), iter, threads, print, seeds);

    /// <inheritdoc cref="Holds{T}"/>
    public static void Holds<T1, T2, T3, T4>(
        this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> check, int iter = 100, int threads = -1, Func<(T1, T2, T3, T4), string>? print = null, params string[] seeds) =>
        gen.Holds(sample => check(sample.Item1, sample.Item2, sample.Item3, sample.Item4), iter, threads, print, seeds);

    /// <inheritdoc cref="Holds{T}"/>
    public static void Holds<T1, T2, T3, T4, T5>(
        this Gen<(T1, T2, T3, T4, T5)> gen,
        Action<T1, T2, T3, T4, T5> check,
        int iter = 100,
        int threads = -1,
        Func<(T1, T2, T3, T4, T5), string>? print = null,
        params string[] seeds) =>
        gen.Holds(sample => check(sample.Item1, sample.Item2, sample.Item3, sample.Item4, sample.Item5), iter, threads, print, seeds);

    /// <summary>As <see cref="Holds{T}"/>, one sample after another.</summary>
    public static async Task HoldsAsync<T>(this Gen<T> gen, Func<T, Task> check, int iter = 100, Func<T, string>? print = null, params string[] seeds)
    {
        foreach (PCG pcg in Batches(iter, seeds).SelectMany(static batch => batch))
        {
            string seed = pcg.ToString();
            try
            {
                await check(gen.Generate(pcg, null, out _));
            }
            catch (Exception)
            {
                await gen.SampleAsync(check, seed: seed, iter: iter, threads: 1, print: print);
                Assert.Fail($"The sample of seed {seed} failed, but not when it was checked once more.");
            }
        }
    }

    /// <inheritdoc cref="HoldsAsync{T}"/>
    public static Task HoldsAsync<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, Task> check, int iter = 100, Func<(T1, T2), string>? print = null, params string[] seeds) =>
        gen.HoldsAsync(sample => check(sample.Item1, sample.Item2), iter, print, seeds);

    /// <inheritdoc cref="HoldsAsync{T}"/>
    public static Task HoldsAsync<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, Task> check, int iter = 100, Func<(T1, T2, T3), string>? print = null, params string[] seeds) =>
        gen.HoldsAsync(sample => check(sample.Item1, sample.Item2, sample.Item3), iter, print, seeds);

    private static PCG NewSeeds() => new(Stream, s_exploring is null ? 1 : (ulong)Stopwatch.GetTimestamp());

    // A batch may be checked side by side.
    private static IEnumerable<PCG[]> Batches(int iter, string[] recorded)
    {
        Assert.True(TestContext.Current.Test?.Traits.ContainsKey(PropertyAttribute.Kind), "Put [Property] before a test of a property: it is looked for by that.");
        if (recorded.Length > 0)
        {
            yield return [.. recorded.Select(PCG.Parse)];
        }

        PCG seeds = NewSeeds();
        long start = Stopwatch.GetTimestamp();
        for (int made = 0; s_exploring is { } time ? Stopwatch.GetElapsedTime(start) < time : made < iter; made += Batch)
        {
            yield return [.. Enumerable.Range(0, s_exploring is null ? Math.Min(Batch, iter - made) : Math.Min(BatchExploring, iter)).Select(_ => new PCG(Stream, seeds.Next64()))];
        }
    }
}
