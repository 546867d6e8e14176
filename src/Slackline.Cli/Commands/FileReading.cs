using Slackline.Reports;
using Slackline.Reports.Files;
using Slackline.Service.Queries;
using Slackline.Service.Sources;
using Slackline.Timing;

namespace Slackline.Cli.Commands;

/// <summary>Reads saved files for commands that look at everything in them, not at their paths alone.</summary>
internal static class FileReading
{
    /// <summary>Reads files, reports errors in them, and returns the exit code. A reader that has gone, or Ctrl-C, ends it by an
    /// exception.</summary>
    /// <param name="names">Files, and directories of them.</param>
    /// <param name="summary">Counts the content of the files.</param>
    /// <param name="sink">Takes every block.</param>
    /// <param name="cancellation">Ctrl-C.</param>
    public static int Run(IReadOnlyList<string> names, OutputSummary summary, IReportSink sink, CancellationToken cancellation)
    {
        int exitCode = ExitCode.Success;
        var files = ReportFiles.Find(names);
        var both = new BothSinks(summary, sink);
        foreach (string file in files.Files)
        {
            if (Read(file, files.IsFromDirectory(file), summary, both, cancellation) is { } wrong)
            {
                Console.Error.WriteLine($"slackline: {wrong}");
                exitCode = ExitCode.BadInput;
            }
        }

        foreach (string damage in summary.DescribeDamages(""))
        {
            Console.Error.WriteLine($"slackline: {damage}.");
        }

        return summary.DamageCount > 0 ? ExitCode.BadInput : exitCode;
    }

    // The error in the file; null when it was read.
    private static string? Read(string file, bool isFromDirectory, OutputSummary summary, IReportSink sink, CancellationToken cancellation)
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
            summary.BeginFile(countsLines: !report.IsPlain);
            long pathsBefore = summary.PathCount;
            long reportsBefore = summary.Reports.Values.Sum();
            IReportParser parser = report.Parse(sink, TimingUnits.Default);
            foreach (PathChunk _ in parser.ReadChunks(cancellation))
            {
                // The sinks take its content.
            }

            bool isForeign = summary.TakeForeignTool() is { } && summary.PathCount == pathsBefore
                && summary.Reports.Values.Sum() == reportsBefore;
            return report.Fault is { } fault ? $"{file}: {fault}"
                : isForeign && !isFromDirectory ? $"{file}: this looks like a report of another tool. Slackline reads those of OpenSTA and OpenROAD."
                : null;
        }
    }
}
