namespace Slackline.Reports.Design;

/// <summary>A long wire.</summary>
/// <param name="Driver">The pin that drives it.</param>
/// <param name="ManhattanLength">From the driver to the farthest load, along the axes, in the tool's distance unit.</param>
/// <param name="SteinerLength">The same along the estimated route.</param>
/// <param name="Delay">The delay of the wire alone, in the tool's time unit.</param>
public sealed record LongWire(string Driver, double ManhattanLength, double SteinerLength, double Delay)
{
    internal static LongWire? TryRead(ReadOnlySpan<byte> line, DecimalReader delays)
    {
        var words = new LineScanner(line);
        string driver = words.TakeName();
        return words.TryTake(" manhtn"u8) && DecimalText.TryRead(words.TakeWord(), out double manhattan, out _)
            && words.TryTake(" steiner"u8) && DecimalText.TryRead(words.TakeWord(), out double steiner, out _)
            && delays.TryRead(words.TakeWord(), out double delay) && words.IsAtEnd
            ? new LongWire(driver, manhattan, steiner, delay)
            : null;
    }

    internal string ToText(int digits)
    {
        string lengths = $"manhtn {DecimalText.ToText(ManhattanLength, 1)} steiner {DecimalText.ToText(SteinerLength, 1)}";
        return $"{Driver} {lengths} {DecimalText.ToText(Delay, digits)}";
    }
}
