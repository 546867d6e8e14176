using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Slackline.Queries;
using Slackline.Timing.Schema;

namespace Slackline.Cli.Output;

/// <summary>Writes lines of JSON. Blanks are left out. Lines are written when there are many, or when they are flushed.</summary>
internal sealed class JsonLineWriter(Stream output) : IDisposable
{
    private const int MaxBuffered = 64 * 1024;

    private readonly ArrayBufferWriter<byte> _buffer = new(MaxBuffered);
    private readonly Utf8JsonWriter _json = new(
        Stream.Null, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public Utf8JsonWriter Json => _json;

    public void BeginLine()
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
    }

    public void EndLine()
    {
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= MaxBuffered)
        {
            Flush();
        }
    }

    public void Flush()
    {
        output.Write(_buffer.WrittenSpan);
        output.Flush();
        _buffer.ResetWrittenCount();
    }

    public void WriteText(string name, string value)
    {
        if (value.Length > 0)
        {
            _json.WriteString(name, value);
        }
    }

    // JSON knows no infinity: it is written as the tool prints it.
    public void WriteNumber(string name, double value)
    {
        if (double.IsInfinity(value))
        {
            _json.WriteString(name, value > 0 ? "INF" : "-INF");
        }
        else if (!double.IsNaN(value))
        {
            _json.WriteNumber(name, value);
        }
    }

    public void Write(string name, ColumnValue value)
    {
        switch (value.Kind)
        {
            case ColumnType.Text:
                WriteText(name, value.Text);
                break;
            case ColumnType.Flag when value.IsBlank:
                break;
            case ColumnType.Flag:
                _json.WriteBoolean(name, value.Number != 0);
                break;
            default:
                WriteNumber(name, value.Number);
                break;
        }
    }

    public void Dispose() => _json.Dispose();
}
