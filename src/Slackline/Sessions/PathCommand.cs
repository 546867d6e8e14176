using Slackline.Reports;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Sessions;

/// <summary>A running command that reports paths: they are read from its output while it prints.</summary>
internal sealed class PathCommand : IDisposable
{
    private readonly StaCommand _command;
    private readonly OpenStaStreamParser _parser;

    private PathCommand(StaCommand command, IReportSink sink, TimingUnits units)
    {
        _command = command;
        _parser = new OpenStaStreamParser(command.Output, sink, units);
    }

    private PathChunk? _peeked;
    private bool _isOver;
    private Exception? _fault;

    /// <summary>Where it records what its text does not say; see <see cref="AsideFiles"/>.</summary>
    public string Aside => _command.Aside;

    /// <summary>Starts a command.</summary>
    /// <param name="session">Where it runs.</param>
    /// <param name="request">The command.</param>
    /// <param name="sink">Takes every block of its output, on the thread that reads it.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="StaException">It cannot be started.</exception>
    public static PathCommand Start(StaSession session, StaRequest request, IReportSink sink, CancellationToken cancellation) =>
        new(session.RunAsync(request, cancellation).GetAwaiter().GetResult(), sink, session.Units);

    /// <summary>Reads the first paths, if there are any, and keeps them for <see cref="Fill"/>: then the plan is there.</summary>
    public void Peek(CancellationToken cancellation)
    {
        var chunk = new PathChunk();
        Read(chunk, cancellation);
        _peeked = chunk;
    }

    /// <summary>
    /// Fills a chunk with the next paths, or replaces it by a filled one; false when the command has ended, and the chunk may hold its
    /// last paths.
    /// </summary>
    /// <exception cref="StaCommandException">The tool refused the command; what it printed before has been given.</exception>
    /// <exception cref="StaDiedException">The process that ran it ended; what it printed before has been given.</exception>
    public bool Fill(ref PathChunk chunk, CancellationToken cancellation)
    {
        if (_peeked is { } peeked)
        {
            (chunk, _peeked) = (peeked, null);
        }
        else
        {
            Read(chunk, cancellation);
        }

        return _fault is null ? !_isOver : throw _fault;
    }

    /// <summary>
    /// How the tool understood the command, once it has begun to search for paths (at the latest with the first path); null for a
    /// command that reports no paths.
    /// </summary>
    public StaPathPlan? ReadPlan()
    {
        string file = AsideFiles.Plan(Aside);
        return File.Exists(file) ? StaPathPlan.ParseLast(File.ReadAllBytes(file)) : null;
    }

    /// <summary>Gives the command up, if it has not ended.</summary>
    public void Dispose() => _command.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private void Read(PathChunk chunk, CancellationToken cancellation)
    {
        if (_isOver || _parser.Fill(chunk, cancellation))
        {
            return;
        }

        _isOver = true;
        try
        {
            _command.CompleteAsync().WaitAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (StaException e)
        {
            _fault = e;
        }
    }
}
