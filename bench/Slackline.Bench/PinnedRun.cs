using System.Diagnostics;

namespace Slackline.Bench;

/// <summary>Whole processes on certain cores, timed.</summary>
internal static class PinnedRun
{
    /// <summary>One core, for what is compared core by core.</summary>
    public const string OneCore = "1";

    /// <summary>The other one, which on a shared machine may be slower for a while.</summary>
    public const string OtherCore = "0";

    /// <summary>Two cores.</summary>
    public const string TwoCores = "0,1";

    /// <summary>
    /// The shortest of some runs and one more, which may be the one that brings the file into memory, in seconds, and what the last one printed: what else the machine does can only
    /// make a run longer.
    /// </summary>
    public static (double Seconds, string Output) Best(string cores, string program, string[] arguments, int runs) => Best([(cores, program, arguments)], runs)[0];

    /// <summary>The same for several programs that are compared with each other. They take turns: a machine that is slower for a while is so for all.</summary>
    public static (double Seconds, string Output)[] Best((string Cores, string Program, string[] Arguments)[] ways, int runs)
    {
        var best = new (double Seconds, string Output)[ways.Length];
        Array.Fill(best, (double.MaxValue, ""));
        for (int run = 0; run <= runs; run++)
        {
            for (int way = 0; way < ways.Length; way++)
            {
                (double seconds, string output) = Time(ways[way].Cores, ways[way].Program, ways[way].Arguments);
                best[way] = (Math.Min(seconds, best[way].Seconds), output);
            }
        }

        return best;
    }

    private static (double Seconds, string Output) Time(string cores, string program, string[] arguments)
    {
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo("taskset", ["-c", cores, program, .. arguments]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? (clock.Elapsed.TotalSeconds, output)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
