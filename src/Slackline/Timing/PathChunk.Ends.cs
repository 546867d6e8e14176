namespace Slackline.Timing;

/// <content>
/// The pins at which paths begin and end, and the parts that these divide them into. A <c>Startpoint:</c> or <c>Endpoint:</c> line of text
/// names only the instance; the pin stands in the table. Where there is no table, the lists of the formats end and summary and JSON name
/// the pin themselves.
/// </content>
public sealed partial class PathChunk
{
    // A pin is known by the id of the description that names it, or, from here downwards, by the id of a name.
    private const int FirstNamedPin = -2;

    /// <summary>The id of a pin that only a name says; <see cref="NoName"/> for none.</summary>
    internal static int PinOfName(int name) => name < 0 ? NoName : FirstNamedPin - name;

    /// <summary>The name of such a pin; <see cref="NoName"/> for pins that a description names.</summary>
    internal static int NameOfPin(int pin) => pin <= FirstNamedPin ? FirstNamedPin - pin : NoName;

    /// <summary>
    /// The pin or port at which a path begins: what launches the data, such as <c>r1/Q</c>. Empty when the report does not say.
    /// </summary>
    public ReadOnlySpan<byte> StartpointPin(int path) => PinName(Paths.StartpointPin[path]);

    /// <summary>
    /// The pin or port at which a path ends, such as <c>r2/D</c>. Empty when the report does not say (format slack_only; short, unless it
    /// is a port).
    /// </summary>
    public ReadOnlySpan<byte> EndpointPin(int path) => PinName(Paths.EndpointPin[path]);

    /// <summary>
    /// The number of stages on the data path: cells, counted once each, from the launching cell to the last one before the endpoint. A
    /// port is not a cell. The number does not depend on the format and the fields that are printed; -1 when the report shows no points.
    /// </summary>
    public int Depth(int path)
    {
        int end = _firstRow[path + 1];
        int row = DataStart(path);
        if (row < 0)
        {
            return -1;
        }

        int depth = 0;
        int rowsOfCell = 0;
        int rows = 0;
        bool isCell = false;
        ReadOnlySpan<byte> cell = default;
        while (true)
        {
            ReadOnlySpan<byte> instance = InstanceOf(Descriptions.Name(Rows.Descriptions[row]));
            int next = NextPin(row, end);
            if (next < 0)
            {
                // The endpoint's own cell is not a stage. When the path leaves it again, the input pin of the data precedes it if inputs
                // are shown.
                return depth - (rowsOfCell == 1 && rows > 1 && isCell && instance.SequenceEqual(cell) ? 1 : 0);
            }

            if (rows == 0 || !instance.SequenceEqual(cell))
            {
                isCell = !instance.IsEmpty && !IsPort(Rows.Descriptions[row]) && !IsJsonPort(row);
                depth += isCell ? 1 : 0;
                cell = instance;
                rowsOfCell = 0;
            }

            rowsOfCell++;
            rows++;
            row = next;
        }
    }

    /// <summary>Which part of its path a row is on.</summary>
    internal PathPart PartOf(int path, int row)
    {
        int start = DataStart(path);
        return row < start ? PathPart.LaunchClock
            : start < 0 || IsBeforeArrival(start, row) ? PathPart.Data
            : PathPart.CaptureClock;
    }

    /// <summary>The row of the startpoint's pin; -1 when no row shows it.</summary>
    internal int DataStart(int path)
    {
        int pin = Paths.StartpointPin[path];
        int first = _firstRow[path];
        int place = pin < 0 ? -1 : Rows.Descriptions.AsSpan(first, _firstRow[path + 1] - first).IndexOf(pin);
        return place < 0 ? -1 : first + place;
    }

    /// <summary>The next row of a pin before the data arrival; -1 when there is no such row.</summary>
    internal int NextPin(int row, int end)
    {
        int[] descriptions = Rows.Descriptions;
        while (++row < end)
        {
            switch (descriptions[row] < 0 ? DescriptionKind.Other : Descriptions.Kind(descriptions[row]))
            {
                case DescriptionKind.Pin:
                    return row;
                case DescriptionKind.DataArrival:
                    return -1;
            }
        }

        return -1;
    }

    /// <summary>How many ids <see cref="PinId"/> gives.</summary>
    internal int PinIds => Descriptions.Count + Names.Count;

    /// <summary>A number that identifies the pin at an end of a path; negative when the report does not name it.</summary>
    internal int PinId(int path, bool isEndpoint)
    {
        int pin = (isEndpoint ? Paths.EndpointPin : Paths.StartpointPin)[path];
        return NameOfPin(pin) is >= 0 and int name ? Descriptions.Count + name : pin;
    }

    /// <summary>The name of such a pin.</summary>
    internal ReadOnlySpan<byte> PinOf(int id) => id < Descriptions.Count ? Descriptions.Name(id) : Names[id - Descriptions.Count];

    /// <summary>The instance of a pin; a name without levels is itself.</summary>
    internal static ReadOnlySpan<byte> InstanceOf(ReadOnlySpan<byte> pin)
    {
        int divider = pin.LastIndexOf((byte)'/');
        divider = divider < 0 ? pin.LastIndexOf((byte)'.') : divider;
        return divider < 0 ? pin : pin[..divider];
    }

    /// <summary>The instance of the pin that a description names; a port's own name.</summary>
    internal ReadOnlySpan<byte> InstanceOfPin(int description) =>
        IsPort(description) ? Descriptions.Name(description) : InstanceOf(Descriptions.Name(description));

    private ReadOnlySpan<byte> PinName(int pin) =>
        pin >= 0 ? Descriptions.Name(pin) : NameOfPin(pin) is >= 0 and int name ? Names[name] : default;

    private bool IsBeforeArrival(int start, int row)
    {
        for (int i = start; i < row; i++)
        {
            if (Rows.Descriptions[i] >= 0 && Descriptions.Kind(Rows.Descriptions[i]) == DescriptionKind.DataArrival)
            {
                return false;
            }
        }

        return true;
    }

    // Sets the pins at the ends of a path from its rows; without such rows they stay as they are. Called for every path that is read, so
    // it looks at few rows.
    private void FindPins(int path)
    {
        int first = _firstRow[path];
        int end = EndOfData(first, _firstRow[path + 1]);
        int last = end;
        while (--last >= first && !IsPin(last))
        {
        }

        if (last < first)
        {
            return;
        }

        int named = Paths.Startpoint[path];
        int start = FindStart(first, end, named >= 0 ? Names[named] : default);
        ReadOnlySpan<byte> startpoint = InstanceOf(Descriptions.Name(Rows.Descriptions[start]));
        if (named < 0 || startpoint.SequenceEqual(Names[named]))
        {
            // The line names the instance. Of its pins, the one that drives the data is the startpoint pin.
            int row = NextPin(start, end);
            while (row >= 0 && row != last && IsPinOf(startpoint, Descriptions[Rows.Descriptions[row]]))
            {
                start = row;
                row = NextPin(row, end);
            }
        }

        Paths.StartpointPin[path] = Rows.Descriptions[start];
        Paths.EndpointPin[path] = Rows.Descriptions[last];
    }

    /// <summary>The row of the data arrival, which ends the data of a path; <paramref name="end"/> when no row shows it.</summary>
    internal int EndOfData(int first, int end)
    {
        int arrival = Descriptions.DataArrival is >= 0 and int id ? Rows.Descriptions.AsSpan(first, end - first).IndexOf(id) : -1;
        return arrival < 0 ? end : first + arrival;
    }

    // The first pin of the startpoint; of a table alone, which names no startpoint, and where no row shows it, the first of all.
    private int FindStart(int first, int end, ReadOnlySpan<byte> startpoint)
    {
        int firstPin = -1;
        for (int row = NextPin(first - 1, end); row >= 0; row = NextPin(row, end))
        {
            if (startpoint.IsEmpty || IsPinOf(startpoint, Descriptions[Rows.Descriptions[row]]))
            {
                return row;
            }

            firstPin = firstPin < 0 ? row : firstPin;
        }

        return firstPin;
    }

    private bool IsPin(int row) => Rows.Descriptions[row] >= 0 && Descriptions.Kind(Rows.Descriptions[row]) == DescriptionKind.Pin;

    // Whether a row's description names a pin of an instance, or the pin or port itself.
    private static bool IsPinOf(ReadOnlySpan<byte> instance, ReadOnlySpan<byte> description) =>
        description.Length > instance.Length && description.StartsWith(instance)
        && (description[instance.Length] == ' '
            || (description[instance.Length] is (byte)'/' or (byte)'.' && IsLastName(description[(instance.Length + 1)..])));

    // Whether a name without levels is followed by a space.
    private static bool IsLastName(ReadOnlySpan<byte> text) => text.IndexOfAny(" /."u8) is >= 0 and int end && text[end] == ' ';

    private bool IsPort(int description) =>
        Descriptions.Cell(description) is var cell
            && (cell.SequenceEqual("in"u8) || cell.SequenceEqual("out"u8) || cell.SequenceEqual("inout"u8));
}
