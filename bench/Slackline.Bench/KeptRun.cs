using System.Diagnostics;
using System.Globalization;

namespace Slackline.Bench;

/// <summary>
/// An engine that something is done to: the command, running a query in OpenSTA and keeping its paths. What it prints is read so slowly that OpenSTA waits for us most
/// of the time, and whatever is done hits the middle of its work.
/// </summary>
internal sealed class KeptRun : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly Process _engine;
    private readonly Task _reading;
    private readonly Task _hearing;
    private volatile bool _hasVanished;

    /// <summary>Starts it; it has begun its stream when this returns.</summary>
    /// <param name="state">The state directory.</param>
    /// <param name="setup">The design.</param>
    /// <param name="query">The command for OpenSTA.</param>
    /// <param name="environment">What else its environment has.</param>
    public KeptRun(string state, string setup, string query, IReadOnlyDictionary<string, string> environment)
    {
        string slackline = Path.Combine(AppContext.BaseDirectory, "slackline");
        var start = new ProcessStartInfo("env", ["--default-signal=INT", slackline, "run", "--setup", setup, query, "--keep", "--format", "ndjson", "--progress", "never"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["SLACKLINE_STATE"] = state },
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _engine = Process.Start(start)!;
        StreamId = WaitForId();
        _hearing = _engine.StandardError.ReadToEndAsync();
        _reading = Task.Run(ReadSlowlyAsync);
    }

    /// <summary>The stream that it keeps.</summary>
    public string StreamId { get; }

    /// <summary>The engine's process.</summary>
    public int Engine => _engine.Id;

    /// <summary>OpenSTA's process.</summary>
    public int Tool => Directory.EnumerateDirectories($"/proc/{Engine}/task")
        .SelectMany(static thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .Select(static child => int.Parse(child, CultureInfo.InvariantCulture))
        .Single();

    /// <summary>The FIFOs through which OpenSTA prints to it.</summary>
    public IEnumerable<string> Fifos => Directory.EnumerateDirectories(Path.GetTempPath(), $"slackline-{Engine}-*").SelectMany(static directory => Directory.EnumerateFiles(directory, "report*"));

    /// <summary>Sends a signal.</summary>
    public static void Signal(int process, string signal) => Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

    /// <summary>Whoever reads what it prints goes away.</summary>
    public void Vanish()
    {
        _hasVanished = true;
        _reading.Wait();
        _engine.StandardOutput.Close();
    }

    /// <summary>Waits until it has ended, and returns its exit code.</summary>
    public int WaitForExit()
    {
        if (!_engine.WaitForExit(s_patience))
        {
            throw new TimeoutException("The engine hangs.");
        }

        return _engine.ExitCode;
    }

    // Behind what the tool said while it loaded the design.
    private string WaitForId()
    {
        var said = new List<string>();
        while (_engine.StandardError.ReadLine() is { } line)
        {
            if (line.Split(' ', ',') is ["stream", var id, ..])
            {
                return id;
            }

            said.Add(line);
        }

        throw new InvalidOperationException($"slackline said: {string.Join('\n', said)}");
    }

    public void Dispose()
    {
        _hasVanished = true;
        if (!_engine.HasExited)
        {
            _engine.Kill(entireProcessTree: true);
        }

        _engine.WaitForExit();
        Task.WaitAll(_reading, _hearing);
        _engine.Dispose();
    }

    private async Task ReadSlowlyAsync()
    {
        var buffer = new byte[16 * 1024];
        Stream output = _engine.StandardOutput.BaseStream;
        while (!_hasVanished && await output.ReadAsync(buffer).ConfigureAwait(false) > 0)
        {
            await Task.Delay(10).ConfigureAwait(false);
        }
    }
}
