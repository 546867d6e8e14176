namespace Slackline.Reports.Design;

/// <summary>A pin in a <see cref="NetReport"/>.</summary>
/// <param name="Name">Its full name.</param>
/// <param name="Direction">Its direction, such as <c>input</c>.</param>
/// <param name="Kind">What it belongs to.</param>
public sealed record NetPin(string Name, string Direction, NetPinKind Kind)
{
    /// <summary>The library cell of a leaf pin's instance; empty for other pins.</summary>
    public string Cell { get; init; } = "";

    /// <summary>The external wire capacitance of a port, in the library's unit.</summary>
    public Capacitance? ExternalWireCapacitance { get; init; }

    /// <summary>The capacitance of a leaf pin, or the external pin capacitance of a port, in the library's unit.</summary>
    public Capacitance? Capacitance { get; init; }

    /// <summary>Its location, if the tool knows it.</summary>
    public PinLocation? Location { get; init; }

    internal static NetPin? TryRead(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        var words = new LineScanner(line);
        if (!words.TryTake(" "u8) || words.Rest.StartsWith(" "u8))
        {
            return null;
        }

        string name = words.TakeName();
        string direction = words.TakeName();
        if (words.IsAtEnd)
        {
            return direction.Length > 0 ? new NetPin(name, direction, NetPinKind.Hierarchical) : null;
        }

        NetPin pin;
        if (words.TryTake(" port"u8))
        {
            pin = new NetPin(name, direction, NetPinKind.Port)
            {
                ExternalWireCapacitance = words.TryTake(" wire"u8) && Design.Capacitance.TryTake(ref words, numbers, out Capacitance wire)
                    ? wire
                    : null,
                Capacitance = words.TryTake(" pin"u8) && Design.Capacitance.TryTake(ref words, numbers, out Capacitance external)
                    ? external
                    : null,
            };
        }
        else
        {
            string cell = words.TakeName().Trim('(', ')');
            pin = new NetPin(name, direction, NetPinKind.Leaf)
            {
                Cell = cell,
                Capacitance = Design.Capacitance.TryTake(ref words, numbers, out Capacitance own) ? own : null,
            };
        }

        return TryTakeLocation(ref words, out PinLocation? location) && words.IsAtEnd ? pin with { Location = location } : null;
    }

    internal string ToText(int digits)
    {
        string text = $" {Name} {Direction}";
        text += Kind switch
        {
            NetPinKind.Leaf => $" ({Cell}){Text("", Capacitance)}",
            NetPinKind.Port => $" port{Text(" wire", ExternalWireCapacitance)}{Text(" pin", Capacitance)}",
            _ => "",
        };
        return Location is { } place ? $"{text} ({DecimalText.ToText(place.X, 0)}, {DecimalText.ToText(place.Y, 0)})" : text;

        string Text(string title, Capacitance? capacitance) => capacitance is { } value ? $"{title} {value.ToText(digits)}" : "";
    }

    private static bool TryTakeLocation(ref LineScanner words, out PinLocation? location)
    {
        location = null;
        if (!words.TryTake(" ("u8))
        {
            return true;
        }

        if (!DecimalText.TryRead(words.TakeWord().TrimEnd((byte)','), out double x, out _)
            || !DecimalText.TryRead(words.TakeWord().TrimEnd((byte)')'), out double y, out _))
        {
            return false;
        }

        location = new PinLocation(x, y);
        return true;
    }
}
