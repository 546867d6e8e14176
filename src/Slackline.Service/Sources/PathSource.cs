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

    /// <summary>The command, or the file, that its paths are of.</summary>
    public virtual string Command => Name;

    /// <summary>Its name on the command line.</summary>
    public virtual string Argument => Name;

    /// <summary>The condition that all its paths meet; null for none.</summary>
    public virtual string? Filter => null;

    /// <summary>The design that its paths are of; null where it is not known.</summary>
    public virtual string? Design => null;

    /// <summary>The activity of the tool's process, when one runs.</summary>
    public virtual ToolActivity? Tool => null;

    /// <summary>How far the source has been read; null where that is unknown.</summary>
    public virtual string? Progress => null;

    /// <summary>The fault that cut the source short; null without one.</summary>
    public virtual string? Fault => null;

    /// <summary>
    /// Why it does not have all paths that its command found; null when it has them all. Known once it is read to its end.
    /// </summary>
    public virtual string? Missing => null;

    /// <summary>Starts to read.</summary>
    /// <exception cref="StaException">The tool cannot be started, or its setup script fails.</exception>
    /// <exception cref="SavedReportException">The report cannot be read.</exception>
    public abstract Task<TimingPathStream> OpenAsync(CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}
