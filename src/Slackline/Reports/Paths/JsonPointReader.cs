using System.Numerics;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>Reads the lists of points in JSON paths into rows: each point, then the nets and hierarchical pins that it names.</summary>
internal sealed class JsonPointReader(TimingUnits units)
{
    private const int DigitsUnknown = -1;

    private PathChunk _chunk = null!;
    private byte[] _joined = new byte[256];
    private int _digits;
    private bool? _hasOldKeys;

    /// <summary>Digits between the point and the exponent of the numbers read so far.</summary>
    public int Digits => Math.Max(_digits, 0);

    /// <summary>The chunk's layout of the points read so far.</summary>
    public int Layout { get; private set; }

    /// <summary>The time at the last point of the last list; NaN if it has none.</summary>
    public double LastTime { get; private set; }

    /// <summary>Begins another path.</summary>
    public void Begin(PathChunk chunk)
    {
        _chunk = chunk;
        _digits = DigitsUnknown;
        _hasOldKeys = null;
        Layout = chunk.UseLayout(JsonKeys.Layout);
    }

    /// <summary>Reads seconds into the tool's time unit.</summary>
    public bool TryReadTime(ReadOnlySpan<byte> text, out double time) => TryReadNumber(text, units.TimeExponent, out time);

    /// <summary>Concatenates texts; valid until the next call.</summary>
    public ReadOnlySpan<byte> Join(
        ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third, ReadOnlySpan<byte> fourth = default)
    {
        int length = first.Length + second.Length + third.Length + fourth.Length;
        if (length > _joined.Length)
        {
            _joined = new byte[BitOperations.RoundUpToPowerOf2((uint)length)];
        }

        Span<byte> joined = _joined.AsSpan(0, length);
        first.CopyTo(joined);
        second.CopyTo(joined[first.Length..]);
        third.CopyTo(joined[(first.Length + second.Length)..]);
        fourth.CopyTo(joined[(length - fourth.Length)..]);
        return joined;
    }

    /// <summary>Reads <c>"name": [</c>, points, <c>]</c>.</summary>
    /// <param name="json">The lines.</param>
    /// <param name="indent">The indent of the list.</param>
    /// <param name="name">Its name.</param>
    /// <param name="heading">Gets the version of the keys.</param>
    /// <param name="hasComma">Whether a comma follows it.</param>
    /// <param name="isBegun">Whether its first line was found.</param>
    public bool TryReadSection(
        ref JsonCursor json, int indent, ReadOnlySpan<byte> name, ref PathHeading heading, out bool hasComma, out bool isBegun)
    {
        hasComma = false;
        isBegun = json.TryTake(indent, Join("\""u8, name, "\": ["u8));
        if (!isBegun)
        {
            return false;
        }

        return TryReadPoints(ref json, JsonIndents.Of(indent), name, ref heading, out hasComma);
    }

    /// <summary>Reads points and the <c>]</c> after them.</summary>
    /// <param name="json">The lines.</param>
    /// <param name="indents">Their indents.</param>
    /// <param name="name">The list's name.</param>
    /// <param name="heading">Gets the version of the keys.</param>
    /// <param name="hasComma">Whether a comma follows the list.</param>
    public bool TryReadPoints(ref JsonCursor json, JsonIndents indents, ReadOnlySpan<byte> name, ref PathHeading heading, out bool hasComma)
    {
        hasComma = false;
        LastTime = double.NaN;
        _chunk.AddRow(RowForm.Section, _chunk.Descriptions.Intern(name));
        bool isLast = false;
        while (json.TryTake(indents.Point, "{"u8))
        {
            if (isLast || !TryReadPoint(ref json, indents.Field, ref heading) || !json.TryClose(indents.Point, "}"u8, out bool hasNext))
            {
                return false;
            }

            isLast = !hasNext;
        }

        // The data arrive at the end of their path. So points up to here are the data path's, and points after it the capture clock's.
        bool isData = name.SequenceEqual(JsonKeys.SourcePath) || name.SequenceEqual(JsonKeys.Path);
        bool isEmpty = _chunk.RowForm[^1] == RowForm.Section;
        _chunk.AddRow(RowForm.SectionEnd, isData ? _chunk.Descriptions.Intern("data arrival time"u8) : -1);
        return (isLast || isEmpty) && json.TryClose(indents.List, "]"u8, out hasComma);
    }

    private bool TryReadPoint(ref JsonCursor json, int indent, ref PathHeading heading)
    {
        if (!TryReadInstance(ref json, indent, ref heading, out int instance, out ReadOnlySpan<byte> cell, out int source)
            || !json.TryTakeText(indent, JsonKeys.Pin, out ReadOnlySpan<byte> pin) || pin.IsEmpty || pin.Contains((byte)' '))
        {
            return false;
        }

        int row = _chunk.AddRow(RowForm.Point, _chunk.Descriptions.Intern(Join(pin, " ("u8, cell, ")"u8)));
        _chunk.SetInstance(row, instance);
        _chunk.SetAttribute(row, source);
        return TryReadNets(ref json, indent)
            && TryReadHierarchicalPins(ref json, indent)
            && TryReadLocation(ref json, indent, row)
            && TryReadTimes(ref json, indent, row);
    }

    // The points of the very first version name no instance, and then no cell and source either.
    private bool TryReadInstance(
        ref JsonCursor json, int indent, ref PathHeading heading, out int instance, out ReadOnlySpan<byte> cell, out int source)
    {
        cell = default;
        instance = source = PathChunk.NoName;
        bool isOld = json.TryTakeText(indent, JsonKeys.OldInstance, out ReadOnlySpan<byte> name);
        if (!isOld && !json.TryTakeText(indent, JsonKeys.Instance, out name))
        {
            return !json.NeedsMore;
        }

        // All points of a path have the keys of one version.
        _hasOldKeys ??= isOld;
        heading.Shape |= isOld ? PathShape.OldKeys : 0;
        bool hasCell = json.TryTakeText(indent, JsonKeys.Cell, out cell);
        if (hasCell == cell.IsEmpty || cell.Contains((byte)' ') || _hasOldKeys != isOld
            || !json.TryTakeText(indent, isOld ? JsonKeys.OldSource : JsonKeys.Source, out ReadOnlySpan<byte> text))
        {
            return false;
        }

        instance = _chunk.Names.Intern(name);
        source = _chunk.Names.Intern(text);
        return true;
    }

    // The version without instances also has no nets.
    private bool TryReadNets(ref JsonCursor json, int indent) =>
        _hasOldKeys is not { } isOld || (isOld ? TryReadOldNets(ref json, indent) : TryReadNet(ref json, indent));

    private bool TryReadNet(ref JsonCursor json, int indent)
    {
        if (json.TryTakeText(indent, JsonKeys.Net, out ReadOnlySpan<byte> net))
        {
            AddNet(net);
        }

        return true;
    }

    private bool TryReadOldNets(ref JsonCursor json, int indent)
    {
        if (!json.TryTake(indent, JsonKeys.OldNets))
        {
            return true;
        }

        if (!json.TryTake(indent + 2, "\""u8, "\""u8, out ReadOnlySpan<byte> net))
        {
            return false;
        }

        AddNet(net);
        return json.TryTake(indent, "],"u8);
    }

    private void AddNet(ReadOnlySpan<byte> net) =>
        _chunk.AddRow(RowForm.PointNet, _chunk.Descriptions.Intern(Join(net, " (net)"u8, default)));

    private bool TryReadHierarchicalPins(ref JsonCursor json, int indent)
    {
        if (!json.TryTake(indent, JsonKeys.HierarchicalPins))
        {
            return true;
        }

        while (json.TryTakeText(indent + 2, "\""u8, out ReadOnlySpan<byte> pin))
        {
            _chunk.AddRow(RowForm.HierarchicalPin, _chunk.Descriptions.Intern(pin));
        }

        if (!json.TryTake(indent + 2, "\""u8, "\""u8, out ReadOnlySpan<byte> last))
        {
            return false;
        }

        _chunk.AddRow(RowForm.HierarchicalPin, _chunk.Descriptions.Intern(last));
        return json.TryTake(indent, "],"u8);
    }

    private bool TryReadLocation(ref JsonCursor json, int indent, int row)
    {
        if (!json.TryTake(indent, JsonKeys.X, ","u8, out ReadOnlySpan<byte> x))
        {
            return true;
        }

        Layout = _chunk.UseLayout(JsonKeys.PlacedLayout);
        return TryRead(x, ColumnKind.X) && json.TryTake(indent, JsonKeys.Y, ","u8, out ReadOnlySpan<byte> y) && TryRead(y, ColumnKind.Y);

        bool TryRead(ReadOnlySpan<byte> text, ColumnKind column)
        {
            bool isNumber = DecimalText.TryRead(text, out double value, out int digits) && digits == JsonKeys.LocationDigits;
            _chunk.SetNumber(row, column, value);
            return isNumber;
        }
    }

    private bool TryReadTimes(ref JsonCursor json, int indent, int row)
    {
        if (!json.TryTake(indent, JsonKeys.PointArrival, ","u8, out ReadOnlySpan<byte> arrival) || !TryReadTime(arrival, out double time))
        {
            return false;
        }

        _chunk.SetTime(row, time);
        LastTime = time;
        if (json.TryTake(indent, JsonKeys.Capacitance, ","u8, out ReadOnlySpan<byte> load))
        {
            if (!TryReadNumber(load, units.CapacitanceExponent, out double capacitance))
            {
                return false;
            }

            _chunk.SetNumber(row, ColumnKind.Capacitance, capacitance);
        }

        if (!json.TryTake(indent, JsonKeys.Slew, default, out ReadOnlySpan<byte> slew) || !TryReadTime(slew, out time))
        {
            return false;
        }

        _chunk.SetNumber(row, ColumnKind.Slew, time);
        return true;
    }

    private bool TryReadNumber(ReadOnlySpan<byte> text, int unit, out double value)
    {
        if (!JsonNumber.TryRead(text, unit, out value, out int digits) || (_digits != DigitsUnknown && digits != _digits))
        {
            return false;
        }

        _digits = digits;
        return true;
    }
}
