using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Slackline.Tests.Queries;

namespace Slackline.Tests.Streams.Paging;

/// <summary>The clock on the wall is set while streams are kept: to and fro by months, for the engine, for the tool, and for whoever sweeps the state directory.</summary>
public sealed class ClockTests(DemoDesignFixture design) : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("clock-");
    private readonly Random _random = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Clock => Path.Combine(_directory.FullName, "clock");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task A_clock_that_jumps_ends_nothing_and_removes_nothing()
    {
        string? fake = Directory.EnumerateDirectories("/usr/lib").Select(static folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1")).FirstOrDefault(File.Exists);
        Assert.True(fake is not null, "This test needs libfaketime.");
        var environment = new Dictionary<string, string>
        {
            ["SLACKLINE_STATE"] = Path.Combine(_directory.FullName, "state"),
            ["LD_PRELOAD"] = fake!,
            ["FAKETIME_TIMESTAMP_FILE"] = Clock,
            ["FAKETIME_NO_CACHE"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
        };
        string sample = Path.Combine(_directory.FullName, "sample.rpt");
        await File.WriteAllTextAsync(sample, SampleReport.Text, Cancellation);
        SetClock();

        // One that has ended, for others to sweep away.
        Processes.Result before = await Processes.SlacklineAsync(environment, "read", sample, "--keep", "--format", "none", "-q");
        using Process engine = Processes.StartSlackline(
            environment, "run", "--setup", design.Setup, "report_checks -format full_clock_expanded -group_path_count 20000 -endpoint_path_count 10", "--keep", "--format", "ndjson");
        Task<string> errors = engine.StandardError.ReadToEndAsync(Cancellation);
        int printed = 0;
        for (int jump = 0; jump < 4; jump++)
        {
            SetClock();
            for (int line = 0; line < 500; line++)
            {
                Assert.NotNull(await engine.StandardOutput.ReadLineAsync(Cancellation));
                printed++;
            }

            // Whoever begins a stream sweeps.
            Assert.Equal(0, (await Processes.SlacklineAsync(environment, "read", sample, "--keep", "--format", "none", "-q")).ExitCode);
        }

        while (await engine.StandardOutput.ReadLineAsync(Cancellation) is not null)
        {
            printed++;
        }

        await engine.WaitForExitAsync(Cancellation);
        Assert.True(engine.ExitCode == 0, await errors);
        SetClock();
        Processes.Result streams = await Processes.SlacklineAsync(environment, "streams", "-f", "ndjson");
        JsonElement[] kept = [.. streams.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonSerializer.Deserialize<JsonElement>(line))];
        Assert.Equal(6, kept.Length);
        Assert.All(kept, stream => Assert.Equal("complete", stream.GetProperty("state").GetString()));
        Assert.Contains(before.Output.Trim(), kept.Select(static stream => stream.GetProperty("stream").GetString()));
        Assert.Equal(printed, kept.Max(static stream => stream.GetProperty("paths").GetInt32()));
    }

    private void SetClock() => File.WriteAllText(Clock, string.Create(CultureInfo.InvariantCulture, $"{_random.Next(-300, 300):+0;-0;+0}d\n"));
}
