using System.Diagnostics;
using System.Globalization;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>Another engine: a process that spools numbered paths and says what was acknowledged.</summary>
internal sealed class SpoolerProcess : IDisposable
{
    private readonly Process _process;

    private SpoolerProcess(Process process) => _process = process;

    /// <summary>The id of its stream.</summary>
    public string Id { get; private set; } = "";

    /// <summary>How many paths it said are acknowledged.</summary>
    public long Acknowledged { get; private set; }

    /// <summary>Starts it; it has begun its stream when this returns.</summary>
    public static async Task<SpoolerProcess> StartAsync(string root, int chunks, int pathsEach, long segmentBytes)
    {
        var start = new ProcessStartInfo("dotnet", [Dll, root, Text(chunks), Text(pathsEach), Text(segmentBytes)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var spooler = new SpoolerProcess(Process.Start(start)!);
        spooler.Id = await spooler._process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
        return spooler;
    }

    /// <summary>Where a process with this environment would have its state directory.</summary>
    public static async Task<string> DefaultRootAsync(IReadOnlyDictionary<string, string> environment)
    {
        Processes.Result result = await Processes.RunAsync("dotnet", [Dll], environment: environment);
        return result.Output.TrimEnd();
    }

    /// <summary>Waits for its next chunk. False once it is complete, or gone.</summary>
    public async Task<bool> NextAsync()
    {
        string? line = await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (!long.TryParse(line, CultureInfo.InvariantCulture, out long acknowledged))
        {
            return false;
        }

        Acknowledged = acknowledged;
        return true;
    }

    /// <summary>Kills it with SIGKILL, and hears what it said last.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        while (await NextAsync())
        {
        }

        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets a complete one go.</summary>
    public async Task EndAsync()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static string Dll => Path.Combine(AppContext.BaseDirectory, "slackline-spooler.dll");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
