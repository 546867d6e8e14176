using System.Globalization;
using Slackline.Demo;
using Slackline.Sessions;

namespace Slackline.Bench;

/// <summary>Large reports for benchmarks: what OpenSTA printed of a generated design, repeated to a size.</summary>
internal static class ReportFile
{
    /// <summary>Writes a report of at least a size and returns its file.</summary>
    /// <param name="context">Where it goes.</param>
    /// <param name="label">What to call it.</param>
    /// <param name="options">Options of report_checks.</param>
    /// <param name="size">How large, in bytes.</param>
    public static string Make(BenchContext context, string label, string options, long size)
    {
        DemoFiles design = DemoDesign.Write(Path.Combine(context.DirectoryPath, "design"), new DemoOptions(Endpoints: 3000));
        string once = Path.Combine(context.DirectoryPath, label + ".once.rpt");
        string script = Path.Combine(context.DirectoryPath, label + ".tcl");
        string fields = options.Replace("fanout ", "", StringComparison.Ordinal);
        File.WriteAllText(script, string.Create(CultureInfo.InvariantCulture, $"source {design.Setup}\nreport_checks -format full_clock_expanded -group_count 100000{fields} > {once}\n"));
        MeasuredProcess sta = MeasuredProcess.Run(StaTool.Find().Path, "-no_splash", "-no_init", "-exit", script);
        byte[] text = File.ReadAllBytes(once);
        if (sta.ExitCode != 0 || text.Length == 0)
        {
            throw new InvalidOperationException($"sta printed no report: {sta.Errors}");
        }

        string report = Path.Combine(context.DirectoryPath, label + ".rpt");
        using FileStream file = File.Create(report);
        for (long written = 0; written < size; written += text.Length)
        {
            file.Write(text);
        }

        File.Delete(once);
        return report;
    }
}
