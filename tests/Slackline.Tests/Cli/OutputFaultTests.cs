using System.Diagnostics;
using Slackline.Tests.Queries;
using Slackline.Tests.Streams.Spooling;

namespace Slackline.Tests.Cli;

/// <summary>Where the command cannot write: its output, the state directory, the folder for pipes, a full disk. It says what and where, and nobody sees a stack.</summary>
public sealed class OutputFaultTests : IDisposable
{
    private readonly DemoDesignFixture _design;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("fault-");
    private readonly string _report;

    public OutputFaultTests(DemoDesignFixture design)
    {
        _design = design;
        _report = Path.Combine(_directory.FullName, "sample.rpt");
        File.WriteAllText(_report, SampleReport.Text);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Dll => Path.Combine(AppContext.BaseDirectory, "slackline.dll");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("--help")]
    [InlineData("--version")]
    [InlineData("columns")]
    [InlineData("help read")]
    [InlineData("completion bash")]
    [InlineData("read FILE")]
    [InlineData("read FILE -f ndjson")]
    [InlineData("read FILE -f csv")]
    [InlineData("read FILE --keep -f none")]
    [InlineData("read FILE --keep --group-by group")]
    [InlineData("summary FILE")]
    [InlineData("summary FILE -f csv")]
    [InlineData("histogram FILE")]
    [InlineData("histogram FILE -f ndjson")]
    [InlineData("show FILE")]
    [InlineData("verify FILE")]
    [InlineData("explain -s SETUP report_checks")]
    [InlineData("run -s SETUP report_checks")]
    public async Task An_output_that_cannot_be_written_is_told(string arguments)
    {
        arguments = arguments.Replace("FILE", _report, StringComparison.Ordinal).Replace("SETUP", _design.Setup, StringComparison.Ordinal);
        foreach (string output in (string[])[">/dev/full", ">&-"])
        {
            Processes.Result result = await ShellAsync($"dotnet {Dll} {arguments} {output}");
            Assert.True(result.ExitCode == 7, $"{arguments} {output}: {result.ExitCode}\n{result.Errors}");
            Assert.Contains("slackline: The output cannot be written: ", result.Errors, StringComparison.Ordinal);
            AssertHasNoStack(result);
        }

        // Whoever has seen enough is no fault; and what cannot be told is not told.
        Processes.Result enough = await ShellAsync($"(dotnet {Dll} {arguments}; echo \"exit $?\" >&2) | true");
        Assert.Contains("exit 0", enough.Errors, StringComparison.Ordinal);
        AssertHasNoStack(enough);
        Assert.Equal(0, (await ShellAsync($"dotnet {Dll} {arguments} 2>/dev/full")).ExitCode);
    }

    [Theory]
    [InlineData("streams", 6)]
    [InlineData("streams --remove all", 6)]
    [InlineData("page 0123", 6)]
    [InlineData("read 01234567890123456789012345678901", 6)]
    [InlineData("read FILE --keep", 6)]
    public async Task A_state_directory_that_cannot_be_used_is_told(string arguments, int exitCode)
    {
        // Not even root can make a folder below a file.
        string state = Path.Combine(_report, "state");
        Processes.Result result = await ShellAsync($"SLACKLINE_STATE={state} dotnet {Dll} {arguments.Replace("FILE", _report, StringComparison.Ordinal)}");
        Assert.True(result.ExitCode == exitCode, $"{result.ExitCode}\n{result.Errors}");
        Assert.Contains(state, result.Errors, StringComparison.Ordinal);
        Assert.Contains("$SLACKLINE_STATE", result.Errors, StringComparison.Ordinal);
        AssertHasNoStack(result);
    }

    [Fact]
    public async Task A_folder_for_pipes_that_cannot_be_written_is_told()
    {
        Processes.Result result = await ShellAsync($"TMPDIR=/proc dotnet {Dll} run -s {_design.Setup} report_checks");
        Assert.Equal(4, result.ExitCode);
        Assert.Contains("/proc", result.Errors, StringComparison.Ordinal);
        Assert.Contains("$TMPDIR", result.Errors, StringComparison.Ordinal);
        AssertHasNoStack(result);
    }

    [Fact]
    public async Task On_a_full_disk_a_batch_job_ends_and_what_was_kept_is_there()
    {
        using var disk = new SmallDisk("1m");
        string large = await LargeReportAsync();
        Processes.Result result = await ShellAsync($"SLACKLINE_STATE={disk.Root}/state dotnet {Dll} read {large} --keep -f none --disk-wait 1");
        Assert.True(result.ExitCode == 6, $"{result.ExitCode}\n{result.Errors}");
        Assert.Matches("Only [0-9]+ paths could be kept: the disk is full, and it stayed so for 1 s", result.Errors);
        AssertHasNoStack(result);

        // Room for the end of the files, which opening the stream writes.
        disk.Grow("16m");
        Processes.Result again = await ShellAsync($"SLACKLINE_STATE={disk.Root}/state dotnet {Dll} read {result.Output.Trim()} -f ndjson | wc -l");
        Assert.True(int.Parse(again.Output, System.Globalization.CultureInfo.InvariantCulture) >= 1_000, again.Output + again.Errors);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_waiting_for_a_full_disk()
    {
        using var disk = new SmallDisk("1m");
        string large = await LargeReportAsync();
        using Process waiting = Processes.StartSlackline(
            new Dictionary<string, string> { ["SLACKLINE_STATE"] = Path.Combine(disk.Root, "state") }, "read", large, "--keep", "-f", "none", "--disk-wait", "100000");
        string? line;
        do
        {
            line = await waiting.StandardError.ReadLineAsync(Cancellation);
        }
        while (line?.Contains("the disk is full; waiting", StringComparison.Ordinal) == false);
        long start = Stopwatch.GetTimestamp();
        Processes.Signal(waiting.Id, "INT");
        string rest = await waiting.StandardError.ReadToEndAsync(Cancellation);
        await waiting.WaitForExitAsync(Cancellation);
        Assert.True(waiting.ExitCode == 130, rest);
        Assert.DoesNotContain("   at ", rest, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper!.WriteLine($"Ctrl-C on a full disk: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.00} s");
    }

    private static void AssertHasNoStack(Processes.Result result)
    {
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", result.Errors, StringComparison.Ordinal);
    }

    private Task<Processes.Result> ShellAsync(string script) =>
        Processes.RunAsync("sh", ["-c", script], environment: new Dictionary<string, string> { ["SLACKLINE_STATE"] = Path.Combine(_directory.FullName, "state") });

    // Its columns take more than the disk has.
    private async Task<string> LargeReportAsync()
    {
        string file = Path.Combine(_directory.FullName, "large.rpt");
        string path = SampleReport.Text;
        var random = new Random(1);
        await using var writer = new StreamWriter(file);
        for (int i = 0; i < 4_000; i++)
        {
            await writer.WriteAsync(path.Replace("Startpoint: ", $"Startpoint: {random.NextInt64():x}{random.NextInt64():x}/", StringComparison.Ordinal) + "\n\n");
        }

        return file;
    }
}
