using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>
/// Prints each path as one line of JSON. Times are in the tool's time unit; what the report does not say is left out.
/// </summary>
internal sealed class NdjsonOutput(Stream output, long limit, bool withPoints) : IPathOutput, IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer = new(Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    private long _printed;

    public bool WantsMore => _printed < limit;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        matches = matches[..(int)Math.Min(matches.Length, limit - _printed)];
        _printed += matches.Length;
        foreach (int match in matches)
        {
            _writer.Reset(_buffer);
            Write(chunk[match]);
            _writer.Flush();
            _buffer.Write("\n"u8);
        }

        output.Write(_buffer.WrittenSpan);
        output.Flush();
        _buffer.ResetWrittenCount();
        return matches.Length;
    }

    public void Finish() => output.Flush();

    public void Dispose() => _writer.Dispose();

    private void Write(TimingPath path)
    {
        _writer.WriteStartObject();
        WriteNumber("slack", path.Slack);
        WriteText("group", path.PathGroup);
        WriteText("type", path.PathType == PathType.Unknown ? "" : path.PathType == PathType.Max ? "max" : "min");
        WriteText("startpoint", path.Startpoint);
        WriteText("endpoint", path.Endpoint);
        WriteText("launch_clock", path.LaunchClock);
        WriteText("capture_clock", path.CaptureClock);
        WriteText("corner", path.Corner);
        WriteText("mode", path.Mode);
        WriteNumber("arrival", path.Arrival);
        WriteNumber("required", path.Required);
        if (withPoints)
        {
            _writer.WriteStartArray("points");
            foreach (PathRow point in path.Points)
            {
                WritePoint(point);
            }

            _writer.WriteEndArray();
        }

        _writer.WriteEndObject();
    }

    private void WritePoint(PathRow point)
    {
        _writer.WriteStartObject();
        WriteText("pin", point.Name);
        WriteText("cell", point.Cell);
        WriteText("edge", point.Transition == Transition.None ? "" : point.Transition == Transition.Rise ? "rise" : "fall");
        WriteNumber("delay", point.Delay);
        WriteNumber("time", point.Time);
        WriteNumber("slew", point.Slew);
        WriteNumber("capacitance", point.Capacitance);
        if (point.Fanout is { } fanout)
        {
            _writer.WriteNumber("fanout", fanout);
        }

        _writer.WriteEndObject();
    }

    private void WriteText(string name, string value)
    {
        if (value.Length > 0)
        {
            _writer.WriteString(name, value);
        }
    }

    // JSON knows no infinity: it is written as the tool prints it.
    private void WriteNumber(string name, double value)
    {
        if (double.IsInfinity(value))
        {
            _writer.WriteString(name, value > 0 ? "INF" : "-INF");
        }
        else if (!double.IsNaN(value))
        {
            _writer.WriteNumber(name, value);
        }
    }
}
