using Slackline.Reports.Files;
using Slackline.Sessions;
using Slackline.Streams;

namespace Slackline.Service.Sources;

/// <summary>Where paths come from: a command in a running tool, saved reports, or a stream that was kept.</summary>
/// <param name="output">Takes the content of the source besides paths; null for the usual one.</param>
internal abstract class PathSource(OutputSummary? output = null) : IAsyncDisposable
{
    /// <summary>The content of the source besides paths.</summary>
    public OutputSummary Output { get; } = output ?? new OutputSummary();

    /// <summary>Its name in messages.</summary>
    public abstract string Name { get; }

    /// <summary>Its name on the command line.</summary>
    public virtual string Argument => Name;

    /// <summary>The tool's process, when one runs.</summary>
    public virtual ToolActivity? Tool => null;

    /// <summary>How far the source has been read; null where that is unknown.</summary>
    public virtual string? Progress => null;

    /// <summary>The cause that cut the source short; null when nothing did.</summary>
    public virtual string? Fault => null;

    /// <summary>Starts to read.</summary>
    /// <exception cref="StaException">The tool cannot be started, or its setup script fails.</exception>
    /// <exception cref="SavedReportException">The report cannot be read.</exception>
    public abstract Task<TimingPathStream> OpenAsync(CancellationToken cancellation);

    public abstract ValueTask DisposeAsync();
}
