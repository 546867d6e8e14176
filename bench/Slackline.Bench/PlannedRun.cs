using System.Diagnostics;
using System.Globalization;
using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Bench;

/// <summary>A query through the planner, measured from the loaded design on.</summary>
/// <param name="Paths">How many paths it gave.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="FirstPageSeconds">How long the first 100 paths took.</param>
/// <param name="FirstChunkSeconds">How long the first 1,000 paths took.</param>
/// <param name="ToolPeakBytes">The most memory that all processes of OpenSTA had together, what they share counted once; looked at once a second.</param>
/// <param name="EngineCpuSeconds">Processor time of the engine.</param>
/// <param name="Digest">A hash of all paths with their points, in their order.</param>
/// <param name="EnginePeakBytes">The most memory that the engine had.</param>
internal sealed record PlannedRun(long Paths, double Seconds, double FirstPageSeconds, double FirstChunkSeconds, long ToolPeakBytes, double EngineCpuSeconds, string Digest, long EnginePeakBytes)
{
    // What the MCP server gives as a page unless asked for more, and a chunk's worth.
    private const int FirstPage = 100;
    private const int FirstChunk = 1_000;

    /// <summary>Runs a query and prints what was measured.</summary>
    public static async Task RunAsync(string setup, string command, string how)
    {
        await using StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }).ConfigureAwait(false);
        await session.LoadAsync(setup).ConfigureAwait(false);
        PlanOptions options = how == "whole" ? new PlanOptions { IsWhole = true } : new PlanOptions { Workers = int.Parse(how, CultureInfo.InvariantCulture) };

        long toolPeak = 0;
        await using var look = new Timer(_ => toolPeak = Math.Max(toolPeak, MemoryOfGroup(session.ProcessId)), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        double firstPage = double.NaN;
        double firstChunk = double.NaN;
        var tally = default(PathTally);
        await using PlannedQuery query = new QueryPlanner(session, options).Execute(command);
        await foreach (PathChunk chunk in query.Paths.ReadChunksAsync().ConfigureAwait(false))
        {
            long paths = tally.Paths + chunk.Count;
            if (double.IsNaN(firstPage) && paths >= FirstPage)
            {
                firstPage = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }

            if (double.IsNaN(firstChunk) && paths >= FirstChunk)
            {
                firstChunk = Stopwatch.GetElapsedTime(start).TotalSeconds;
            }

            for (int i = 0; i < chunk.Count; i++)
            {
                tally.AddWithPoints(chunk[i]);
            }
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double cpuSeconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Paths} {seconds} {firstPage} {firstChunk} {toolPeak} {cpuSeconds} {tally.Digest}"));
    }

    /// <summary>What <see cref="RunAsync"/> printed.</summary>
    public static PlannedRun Parse(string output, long enginePeak)
    {
        string[] words = output.Trim().Split(' ');
        return new PlannedRun(long.Parse(words[0], CultureInfo.InvariantCulture), Number(1), Number(2), Number(3), (long)Number(4), Number(5), words[6], enginePeak);

        double Number(int word) => double.Parse(words[word], CultureInfo.InvariantCulture);
    }

    // Each process's share of what several have.
    private static long MemoryOfGroup(int leader)
    {
        long kilobytes = 0;
        foreach (string child in ReadWords($"/proc/{leader}/task/{leader}/children").Append(leader.ToString(CultureInfo.InvariantCulture)))
        {
            string[] words = ReadWords($"/proc/{child}/smaps_rollup");
            int share = Array.IndexOf(words, "Pss:");
            kilobytes += share >= 0 && long.TryParse(words[share + 1], CultureInfo.InvariantCulture, out long own) ? own : 0;
        }

        return kilobytes * 1024;
    }

    private static string[] ReadWords(string file)
    {
        try
        {
            return File.ReadAllText(file).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
