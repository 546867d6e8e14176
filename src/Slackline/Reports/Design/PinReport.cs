namespace Slackline.Reports.Design;

/// <summary>A pin and its connection, by <c>report_pin</c>.</summary>
public sealed record PinReport : Report
{
    /// <summary>The pin's full name.</summary>
    public required string Pin { get; init; }

    /// <summary>Its direction, such as <c>input</c>.</summary>
    public required string Direction { get; init; }

    /// <summary>What it belongs to.</summary>
    public required NetPinKind Kind { get; init; }

    /// <summary>Its capacitance in the library's unit, if it has any.</summary>
    public Capacitance? Capacitance { get; init; }

    /// <summary>The highest net it is connected to; null if it is not connected.</summary>
    public string? Net { get; init; }

    /// <summary>Digits after the point of the capacitance.</summary>
    public required int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        string kind = Kind == NetPinKind.Hierarchical ? "hierarchical " : "";
        string port = Kind == NetPinKind.Port ? " port" : "";
        string capacitance = Capacitance is { } value ? " " + value.ToText(Digits) : "";
        lines.Line($"Pin {Pin} {kind}{Direction}{port}{capacitance} {Net ?? "(unconnected)"}");
    }
}
