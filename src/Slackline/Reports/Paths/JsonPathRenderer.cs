using System.Globalization;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Prints an object of <c>report_checks -format json</c> or <c>report_path -format json</c> from the columns of its chunk.
/// </summary>
internal ref struct JsonPathRenderer(TimingPath path, PathShape shape, LineWriter lines)
{
    private const int CheckIndent = 2;

    private readonly PathChunk _chunk = path.Chunk;
    private readonly int _end = path.Chunk.FirstRow[path.Index + 1];
    private int _row = path.Chunk.FirstRow[path.Index];

    /// <summary>Writes the object's lines.</summary>
    public void Write()
    {
        if (shape.HasFlag(PathShape.OpenedInline))
        {
            lines.Line(JsonKeys.InlineOpening);
            _row++;
            WritePoints(JsonIndents.Inline, isFollowed: false);
        }
        else
        {
            lines.Line("{"u8);
            WriteContent();
        }

        lines.Line(shape.HasFlag(PathShape.FollowedByComma) ? "},"u8 : "}"u8);
    }

    private void WriteContent()
    {
        if (shape.HasFlag(PathShape.Headed))
        {
            WriteCheck();
        }
        else
        {
            WriteSection(0, isFollowed: false);
        }
    }

    private void WriteCheck()
    {
        ReadOnlySpan<byte> endpoint = Name(_chunk.EndpointDetail[path.Index]);
        int against = endpoint.IndexOf(JsonKeys.Against);
        ReadOnlySpan<byte> target = against < 0 ? default : endpoint[(against + JsonKeys.Against.Length)..];
        WriteText(CheckIndent, JsonKeys.Type, against < 0 ? endpoint : endpoint[..against]);
        WriteText(CheckIndent, JsonKeys.PathGroup, Name(_chunk.PathGroup[path.Index]));
        WriteText(CheckIndent, JsonKeys.PathType, path.PathType == PathType.Min ? "min"u8 : "max"u8);
        WriteText(CheckIndent, JsonKeys.Startpoint, Name(_chunk.Startpoint[path.Index]));
        WriteText(CheckIndent, JsonKeys.Endpoint, Name(_chunk.Endpoint[path.Index]));
        WriteClock(JsonKeys.SourceClock, JsonKeys.SourceClockEdge, Name(_chunk.StartpointDetail[path.Index]));
        while (_row < _end && _chunk.RowForm[_row] == RowForm.Section)
        {
            ReadOnlySpan<byte> clock = Text(_row).SequenceEqual(JsonKeys.SourcePath) ? target : default;
            WriteSection(CheckIndent, isFollowed: !clock.IsEmpty || shape.HasFlag(PathShape.DanglingComma));
            WriteClock(JsonKeys.TargetClock, JsonKeys.TargetClockEdge, clock);
        }

        if (_row < _end)
        {
            WriteTimes();
        }
    }

    private void WriteSection(int indent, bool isFollowed)
    {
        Indent(indent);
        lines.Text.Write("\""u8);
        lines.Text.Write(Text(_row++));
        lines.Line("\": ["u8);
        WritePoints(JsonIndents.Of(indent), isFollowed);
    }

    // A section's comma is also printed before the rows after the section.
    private void WritePoints(JsonIndents indents, bool isFollowed)
    {
        while (_chunk.RowForm[_row] == RowForm.Point)
        {
            WritePoint(indents.Point, indents.Field);
        }

        _row++;
        Indent(indents.List);
        lines.Line(isFollowed || _row < _end ? "],"u8 : "]"u8);
    }

    private void WritePoint(int indent, int fieldIndent)
    {
        int row = _row++;
        Indent(indent);
        lines.Line("{"u8);
        ReadOnlySpan<byte> pin = Text(row);
        int cell = pin.LastIndexOf(" ("u8);
        if (_chunk.RowInstance[row] != PathChunk.NoName)
        {
            WriteInstance(fieldIndent, row, pin[(cell + 2)..^1]);
        }

        WriteText(fieldIndent, JsonKeys.Pin, pin[..cell]);
        if (_chunk.RowForm[_row] == RowForm.PointNet)
        {
            WriteNet(fieldIndent);
        }

        if (_chunk.RowForm[_row] == RowForm.HierarchicalPin)
        {
            WriteHierarchicalPins(fieldIndent);
        }

        WriteLocation(fieldIndent, row);
        WriteNumber(fieldIndent, JsonKeys.PointArrival, _chunk.RowTime[row], _chunk.Units.TimeExponent, ","u8);
        if (!double.IsNaN(_chunk.RowCapacitance[row]))
        {
            WriteNumber(fieldIndent, JsonKeys.Capacitance, _chunk.RowCapacitance[row], _chunk.Units.CapacitanceExponent, ","u8);
        }

        WriteNumber(fieldIndent, JsonKeys.Slew, _chunk.RowSlew[row], _chunk.Units.TimeExponent, default);
        Indent(indent);
        lines.Line(_chunk.RowForm[_row] == RowForm.Point ? "},"u8 : "}"u8);
    }

    private readonly void WriteInstance(int indent, int row, ReadOnlySpan<byte> cell)
    {
        bool isOld = shape.HasFlag(PathShape.OldKeys);
        WriteText(indent, isOld ? JsonKeys.OldInstance : JsonKeys.Instance, Name(_chunk.RowInstance[row]));
        if (!cell.IsEmpty)
        {
            WriteText(indent, JsonKeys.Cell, cell);
        }

        WriteText(indent, isOld ? JsonKeys.OldSource : JsonKeys.Source, Name(_chunk.RowAttribute[row]));
    }

    private void WriteNet(int indent)
    {
        ReadOnlySpan<byte> net = Text(_row++)[..^" (net)".Length];
        if (!shape.HasFlag(PathShape.OldKeys))
        {
            WriteText(indent, JsonKeys.Net, net);
            return;
        }

        Indent(indent);
        lines.Line(JsonKeys.OldNets);
        WriteListed(indent + 2, net, "\""u8);
        Indent(indent);
        lines.Line("],"u8);
    }

    private void WriteHierarchicalPins(int indent)
    {
        Indent(indent);
        lines.Line(JsonKeys.HierarchicalPins);
        while (_chunk.RowForm[_row] == RowForm.HierarchicalPin)
        {
            ReadOnlySpan<byte> pin = Text(_row++);
            WriteListed(indent + 2, pin, _chunk.RowForm[_row] == RowForm.HierarchicalPin ? "\","u8 : "\""u8);
        }

        Indent(indent);
        lines.Line("],"u8);
    }

    private readonly void WriteListed(int indent, ReadOnlySpan<byte> text, ReadOnlySpan<byte> end)
    {
        Indent(indent);
        lines.Text.Write("\""u8);
        lines.Text.Write(text);
        lines.Line(end);
    }

    private readonly void WriteLocation(int indent, int row)
    {
        if (_chunk.RowX.IsEmpty || double.IsNaN(_chunk.RowX[row]))
        {
            return;
        }

        Write(JsonKeys.X, _chunk.RowX[row], lines);
        Write(JsonKeys.Y, _chunk.RowY[row], lines);

        void Write(ReadOnlySpan<byte> key, double place, LineWriter to)
        {
            Span<byte> text = stackalloc byte[DecimalText.MaxLength];
            to.Text.Fill((byte)' ', indent);
            to.Text.Write(key);
            to.Text.Write(text[..DecimalText.Write(place, JsonKeys.LocationDigits, text)]);
            to.Line(","u8);
        }
    }

    private void WriteTimes()
    {
        int time = _chunk.Units.TimeExponent;
        WriteNumber(CheckIndent, JsonKeys.Arrival, path.Arrival, time, ","u8);
        for (; _row < _end; _row++)
        {
            Indent(CheckIndent);
            lines.Text.Write("\""u8);
            lines.Text.Write(Text(_row));
            lines.Text.Write("\": "u8);
            double value = _chunk.RowDelay[_row];
            if (Text(_row).SequenceEqual(JsonKeys.MultiCyclePath))
            {
                lines.Text.Write(((int)value).ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                JsonNumber.Write(value, path.Digits, time, lines.Text);
            }

            lines.Line(","u8);
        }

        WriteNumber(CheckIndent, JsonKeys.Required, path.Required, time, ","u8);
        WriteNumber(CheckIndent, JsonKeys.Slack, _chunk.PrintedSlack(path.Index), time, default);
    }

    private readonly void WriteClock(ReadOnlySpan<byte> clockKey, ReadOnlySpan<byte> edgeKey, ReadOnlySpan<byte> clock)
    {
        if (!clock.IsEmpty)
        {
            bool isRising = clock.StartsWith(JsonKeys.RisingEdge);
            WriteText(CheckIndent, clockKey, clock[(isRising ? JsonKeys.RisingEdge : JsonKeys.FallingEdge).Length..]);
            WriteText(CheckIndent, edgeKey, isRising ? "rise"u8 : "fall"u8);
        }
    }

    private readonly void WriteText(int indent, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        Indent(indent);
        lines.Text.Write(key);
        lines.Text.Write(value);
        lines.Line("\","u8);
    }

    private readonly void WriteNumber(int indent, ReadOnlySpan<byte> key, double value, int unit, ReadOnlySpan<byte> end)
    {
        Indent(indent);
        lines.Text.Write(key);
        JsonNumber.Write(value, path.Digits, unit, lines.Text);
        lines.Line(end);
    }

    private readonly void Indent(int indent) => lines.Text.Fill((byte)' ', indent);

    private readonly ReadOnlySpan<byte> Name(int id) => id < 0 ? default : _chunk.Names[id];

    private readonly ReadOnlySpan<byte> Text(int row) => _chunk.Descriptions[_chunk.RowDescription[row]];
}
