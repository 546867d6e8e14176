using System.Diagnostics;

namespace Slackline.Bench;

/// <summary>Whole processes on certain cores, timed.</summary>
internal static class PinnedRun
{
    /// <summary>One core, for what is compared core by core.</summary>
    public const string OneCore = "1";

    /// <summary>Two cores.</summary>
    public const string TwoCores = "0,1";

    /// <summary>
    /// The shortest of some runs after a first one that brings the file into memory, in seconds, and what the last one printed: what else the machine does can only
    /// make a run longer.
    /// </summary>
    public static (double Seconds, string Output) Best(string cores, string program, string[] arguments, int runs)
    {
        double best = double.MaxValue;
        string output = "";
        for (int run = 0; run <= runs; run++)
        {
            var clock = Stopwatch.StartNew();
            using Process process = Process.Start(new ProcessStartInfo("taskset", ["-c", cores, program, .. arguments]) { RedirectStandardOutput = true })!;
            output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
            }

            best = Math.Min(best, clock.Elapsed.TotalSeconds);
        }

        return (best, output);
    }
}
