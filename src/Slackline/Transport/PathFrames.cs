using System.Text.Json;
using Apache.Arrow;
using Slackline.Queries;
using Slackline.Results;
using Slackline.Timing;

namespace Slackline.Transport;

/// <summary>The result of a query as frames: its columns, its paths while they come, and how it ended.</summary>
/// <param name="output">Where frames go.</param>
/// <param name="columns">The columns of paths and of points.</param>
/// <param name="codec">How frames are compressed.</param>
internal sealed class PathFrames(Stream output, IReadOnlyList<PathExpression> columns, FrameCodec codec) : IDisposable
{
    private readonly FrameWriter _frames = new(output, codec);
    private ResultTable? _table;
    private ResultEncoder? _encoder;
    private long _paths;

    /// <summary>Writes paths. The first of them give the units of all numbers.</summary>
    public void Write(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        if (paths.IsEmpty)
        {
            return;
        }

        Begin(chunk.Units);
        using RecordBatch batch = _table!.Fill(chunk, paths);
        _frames.Write(FrameKind.Paths, _encoder!.Encode(batch).Span);
        _paths += paths.Length;
    }

    /// <summary>Writes the last frame. A stream without paths has its columns, too.</summary>
    public void End(QueryEnd end)
    {
        Begin(TimingUnits.Default);
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteNumber("paths", _paths);
            writer.WriteNumber("exit_code", end.ExitCode);
            writer.WriteString("error", end.Error);
            writer.WriteStartArray("notes");
            foreach (string note in end.Notes)
            {
                writer.WriteStringValue(note);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        _frames.Write(FrameKind.End, json.GetBuffer().AsSpan(0, (int)json.Length));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _encoder?.Dispose();
        _frames.Dispose();
    }

    private void Begin(TimingUnits units)
    {
        if (_table is null)
        {
            _table = new ResultTable(columns, units);
            _encoder = new ResultEncoder(_table.Schema);
            _frames.Write(FrameKind.Schema, _encoder.SchemaMessage.Span);
        }
    }
}
