using Slackline.Queries;
using Slackline.Results;
using Slackline.Timing;
using Slackline.Transport;

namespace Slackline.Cli.Output;

/// <summary>Writes paths as frames of Arrow batches, for programs (TRANSPORT.md).</summary>
/// <param name="output">Where frames go.</param>
/// <param name="columns">The columns to write, of paths and of points; null for all.</param>
/// <param name="withPoints">Whether to write all columns of points when none of them was chosen.</param>
/// <param name="codec">How frames are compressed.</param>
internal sealed class FrameOutput(Stream output, IReadOnlyList<PathExpression>? columns, bool withPoints, FrameCodec codec)
    : IPathOutput, IDisposable
{
    private readonly PathFrames _frames = new(output, ResultTable.Choose(columns, withPoints), codec);

    public bool WantsMore => true;

    public string? NamesUnit => columns?.Any(static column => column.DependsOnUnits) == true ? "A column" : null;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        _frames.Write(chunk, matches);
        return matches.Length;
    }

    public void Finish()
    {
    }

    public void End(QueryEnd end) => _frames.End(end);

    public void Dispose() => _frames.Dispose();
}
