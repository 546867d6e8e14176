using System.Globalization;
using Slackline.Reports;
using Slackline.Reports.Files;
using Slackline.Timing;

namespace Slackline.Bench;

/// <summary>What the parse benchmark runs in a process of its own: a report into chunks, nothing else.</summary>
internal static class ChunkReading
{
    /// <summary>What it printed.</summary>
    /// <param name="Paths">Paths read.</param>
    /// <param name="AllocatedPerPath">Bytes allocated on the heap for each path after the first chunks.</param>
    /// <param name="PeakBytes">The most memory that the process had in RAM.</param>
    public sealed record Result(long Paths, double AllocatedPerPath, long PeakBytes)
    {
        /// <summary>Reads it again.</summary>
        public static Result Parse(string line)
        {
            string[] words = line.Trim().Split(' ');
            return new Result(
                long.Parse(words[0], CultureInfo.InvariantCulture), double.Parse(words[1], CultureInfo.InvariantCulture), long.Parse(words[2], CultureInfo.InvariantCulture));
        }

        /// <inheritdoc/>
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Paths} {AllocatedPerPath:0.####} {PeakBytes}");
    }

    /// <summary>Reads a report on some threads and prints the <see cref="Result"/>.</summary>
    public static void Run(string report, int threads)
    {
        const int FirstChunks = 10;
        var tally = new Tally();
        long allocatedBefore = 0;
        long pathsBefore = 0;
        using (SavedReport saved = SavedReport.Open(report))
        {
            IReportParser parser = saved.Parse(tally, TimingUnits.Default, threads);
            int chunks = 0;
            foreach (PathChunk _ in parser.ReadChunks())
            {
                if (chunks++ == FirstChunks)
                {
                    allocatedBefore = GC.GetTotalAllocatedBytes();
                    pathsBefore = tally.Paths;
                }
            }
        }

        double allocated = GC.GetTotalAllocatedBytes() - allocatedBefore;
        Console.WriteLine(new Result(tally.Paths, allocated / (tally.Paths - pathsBefore), MeasuredProcess.HighWaterMark("self")));
    }

    private sealed class Tally : IReportSink
    {
        public long Paths { get; private set; }

        public void Accept(in ReportBlock block) => Paths += block.Kind == BlockKind.Path ? 1 : 0;
    }
}
