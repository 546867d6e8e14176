using System.Diagnostics;
using System.Globalization;

namespace Slackline.Bench;

/// <summary>A whole process, measured from outside by GNU time.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="PeakBytes">The most memory that it had in RAM (its children not counted).</param>
/// <param name="FirstLineSeconds">When the first line came on its standard output; NaN when none did.</param>
/// <param name="Lines">How many lines it printed.</param>
/// <param name="Errors">What it printed on standard error.</param>
internal sealed record MeasuredProcess(int ExitCode, double Seconds, long PeakBytes, double FirstLineSeconds, long Lines, string Errors)
{
    /// <summary>Runs a program to its end and counts what it prints.</summary>
    public static MeasuredProcess Run(string program, params string[] arguments)
    {
        string accounting = Path.GetTempFileName();
        try
        {
            var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%M", "-o", accounting, program, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var clock = Stopwatch.StartNew();
            using Process process = Process.Start(start)!;
            Task<string> errors = process.StandardError.ReadToEndAsync();
            long lines = 0;
            double firstLine = double.NaN;
            var buffer = new byte[64 * 1024];
            Stream output = process.StandardOutput.BaseStream;
            for (int read = output.Read(buffer); read > 0; read = output.Read(buffer))
            {
                if (lines == 0)
                {
                    firstLine = clock.Elapsed.TotalSeconds;
                }

                lines += buffer.AsSpan(0, read).Count((byte)'\n');
            }

            process.WaitForExit();
            string peak = File.ReadLines(accounting).Last();
            return new MeasuredProcess(
                process.ExitCode, clock.Elapsed.TotalSeconds, long.Parse(peak, CultureInfo.InvariantCulture) * 1024, firstLine, lines, errors.Result);
        }
        finally
        {
            File.Delete(accounting);
        }
    }
}
