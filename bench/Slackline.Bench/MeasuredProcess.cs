using System.Diagnostics;
using System.Globalization;

namespace Slackline.Bench;

/// <summary>A whole process, measured from outside.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="PeakBytes">The most memory that it had in RAM. Not its children: the kernel's high-water mark of this process, looked at until it ends.</param>
/// <param name="FirstLineSeconds">When the first line came on its standard output; NaN when none did.</param>
/// <param name="Lines">How many lines it printed.</param>
/// <param name="Errors">What it printed on standard error.</param>
internal sealed record MeasuredProcess(int ExitCode, double Seconds, long PeakBytes, double FirstLineSeconds, long Lines, string Errors)
{
    /// <summary>Runs a program to its end and counts what it prints.</summary>
    public static MeasuredProcess Run(string program, params string[] arguments) => Run(program, arguments, kept: null);

    /// <summary>Runs a program to its end and keeps what it prints.</summary>
    public static (MeasuredProcess Process, string Output) RunAndKeep(string program, params string[] arguments)
    {
        using var kept = new MemoryStream();
        MeasuredProcess process = Run(program, arguments, kept);
        return (process, System.Text.Encoding.UTF8.GetString(kept.ToArray()));
    }

    /// <summary>The most memory that a process had in RAM, in bytes: 0 when it is gone. GNU time would give the larger one of the engine and the OpenSTA that it waits for.</summary>
    /// <param name="process">Its number, or "self".</param>
    public static long HighWaterMark(string process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(6, line.Length - 6 - " kB".Length).Trim(), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static MeasuredProcess Run(string program, string[] arguments, MemoryStream? kept)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using Process process = Process.Start(start)!;
        long peak = 0;
        string id = process.Id.ToString(CultureInfo.InvariantCulture);
        using var look = new Timer(_ => peak = Math.Max(peak, HighWaterMark(id)), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
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

            kept?.Write(buffer.AsSpan(0, read));
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        }

        process.WaitForExit();
        return new MeasuredProcess(process.ExitCode, clock.Elapsed.TotalSeconds, peak, firstLine, lines, errors.Result);
    }
}
