using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Streams;
using Slackline.Timing;

namespace Slackline.Cli.Sources;

/// <summary>Paths of a command that a tool runs for us.</summary>
internal sealed class LiveSource(string? tool, string setup, string command) : PathSource
{
    private StaSession? _session;
    private TimingPathStream? _stream;

    public override string Name => command;

    public override TimingUnits Units => _session?.Units ?? TimingUnits.Default;

    public override ToolActivity? Tool => _session?.Activity;

    /// <summary>What the tool said while it loaded the design.</summary>
    public IReadOnlyList<Diagnostic> SetupDiagnostics { get; private set; } = [];

    public override async Task<TimingPathStream> OpenAsync(CancellationToken cancellation)
    {
        if (!File.Exists(setup))
        {
            throw new StaSetupException(setup, 0, "there is no such file.");
        }

        _session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find(tool) }, cancellation).ConfigureAwait(false);
        SetupDiagnostics = await _session.LoadAsync(setup, cancellation).ConfigureAwait(false);
        _stream = new OpenStaStreamExecutor(_session).Execute(command, Tally);
        return _stream;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_stream is not null)
        {
            _stream.Cancel();
        }

        if (_session is not null)
        {
            await _session.DisposeAsync().ConfigureAwait(false);
        }

        if (_stream is not null)
        {
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
    }
}
