namespace Slackline.Reports.Design;

/// <summary>A net and its connections, by <c>report_net</c> (in OpenSTA 2.0 with <c>-connections</c>).</summary>
public sealed record NetReport : Report
{
    /// <summary>The net's full name.</summary>
    public required string Net { get; init; }

    /// <summary>Its capacitances and the number of its pins; null in OpenSTA 2.0 without <c>-verbose</c>.</summary>
    public NetCapacitances? Capacitances { get; init; }

    /// <summary>Its pins by kind.</summary>
    public required IReadOnlyList<NetPinList> Pins { get; init; }

    /// <summary>Digits after the point of the capacitances (<c>-digits</c>).</summary>
    public required int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"Net {Net}");
        if (Capacitances is { } capacitances)
        {
            lines.Line($" Pin capacitance: {capacitances.Pin.ToText(Digits)}");
            lines.Line($" Wire capacitance: {capacitances.Wire.ToText(Digits)}");
            lines.Line($" Total capacitance: {capacitances.Total.ToText(Digits)}");
            lines.Line($" Number of drivers: {capacitances.Drivers}");
            lines.Line($" Number of loads: {capacitances.Loads}");
            lines.Line($" Number of pins: {capacitances.Pins}");
        }

        foreach (NetPinList list in Pins)
        {
            for (int i = 0; i < list.BlankLinesBefore; i++)
            {
                lines.End();
            }

            lines.Line(list.Title);
            foreach (NetPin pin in list.Pins)
            {
                lines.Line(pin.ToText(Digits));
            }
        }
    }
}
