using System.Diagnostics;
using System.Globalization;
using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Bench;

/// <summary>What the parse benchmark runs in a process of its own: a report into chunks, nothing else.</summary>
internal static class ChunkReading
{
    public static void Run(string report, int threads)
    {
        var clock = Stopwatch.StartNew();
        var tally = new Tally();
        long allocatedBefore = 0;
        using (SavedReport saved = SavedReport.Open(report))
        {
            IReportParser parser = saved.Parse(tally, threads);
            var chunk = new PathChunk();
            bool more = true;
            for (int chunks = 0; more; chunks++)
            {
                more = parser.Fill(ref chunk);
                chunk.Clear();
                if (chunks == 5)
                {
                    allocatedBefore = GC.GetTotalAllocatedBytes();
                }
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Paths} paths, {tally.Bytes} bytes, {clock.Elapsed.TotalSeconds:0.000} s, {GC.GetTotalAllocatedBytes() - allocatedBefore} bytes allocated after the first chunks"));
    }

    private sealed class Tally : IReportSink
    {
        public long Paths { get; private set; }

        public long Bytes { get; private set; }

        public void Accept(in ReportBlock block)
        {
            Bytes += block.Text.Length;
            Paths += block.Kind == BlockKind.Path ? 1 : 0;
        }
    }
}
