using Slackline.Cli.Output;
using Slackline.Cli.Sources;
using Slackline.Reports;
using Slackline.Reports.Files;
using Slackline.Timing;

namespace Slackline.Cli.Commands;

/// <summary>Reads saved files for commands that look at everything in them, not at their paths alone.</summary>
internal static class FileReading
{
    /// <summary>Reads files, reports errors in them, and returns the exit code.</summary>
    /// <param name="names">Files, and directories of them.</param>
    /// <param name="tally">Counts the content of the files.</param>
    /// <param name="sink">Takes every block.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static int Run(IReadOnlyList<string> names, BlockTally tally, IReportSink sink, CancellationToken cancellation)
    {
        int exitCode = ExitCode.Success;
        try
        {
            var files = ReportFiles.Find(names);
            var both = new BothSinks(tally, sink);
            foreach (string file in files.Files)
            {
                string? wrong = Read(file, files.IsFromDirectory(file), tally, both, cancellation);
                if (wrong is not null)
                {
                    Console.Error.WriteLine($"slackline: {wrong}");
                    exitCode = ExitCode.BadInput;
                }
            }
        }
        catch (SavedReportException e)
        {
            Console.Error.WriteLine($"slackline: {e.Message}");
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (IOException e) when (StandardOutput.IsReaderGone(e))
        {
            return ExitCode.Success;
        }

        tally.TellDamages("");
        return tally.DamageCount > 0 ? ExitCode.BadInput : exitCode;
    }

    // The error in the file; null when it was read.
    private static string? Read(string file, bool isFromDirectory, BlockTally tally, IReportSink sink, CancellationToken cancellation)
    {
        SavedReport report;
        try
        {
            report = SavedReport.Open(file);
        }
        catch (SavedReportException e)
        {
            // In a directory there are files of many kinds.
            return isFromDirectory ? null : e.Message;
        }

        using (report)
        {
            tally.BeginFile(countsLines: !report.IsPlain);
            long pathsBefore = tally.PathCount;
            long reportsBefore = tally.Reports.Values.Sum();
            IReportParser parser = report.Parse(sink, TimingUnits.Default);
            foreach (PathChunk _ in parser.ReadChunks(cancellation))
            {
                // The sinks take its content.
            }

            bool isForeign = tally.TakeForeignTool() is { } && tally.PathCount == pathsBefore && tally.Reports.Values.Sum() == reportsBefore;
            return report.Fault is { } fault ? $"{file}: {fault}"
                : isForeign && !isFromDirectory ? $"{file}: this looks like a report of another tool. Slackline reads those of OpenSTA and OpenROAD."
                : null;
        }
    }

    private sealed class BothSinks(BlockTally tally, IReportSink sink) : IReportSink
    {
        public bool WantsTextOfPaths => tally.WantsTextOfPaths || sink.WantsTextOfPaths;

        public void Accept(in ReportBlock block)
        {
            tally.Accept(block);
            sink.Accept(block);
        }
    }
}
