namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="PinReport"/>.</summary>
internal sealed class PinReader : OneLineReader
{
    // Only these few words are possible here, so a sentence about a pin is not mistaken for its report.
    private static readonly HashSet<string> s_directions =
        ["input", "output", "tristate", "bidirect", "internal", "ground", "power", "well", "nwell", "pwell", "deepnwell", "deeppwell",
            "bias", "unknown"];

    public override bool MayBegin(ReadOnlySpan<byte> line) => Parse(line) is not null;

    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        if (!words.TryTake("Pin "u8))
        {
            return null;
        }

        var numbers = new DecimalReader();
        string pin = words.TakeName();
        NetPinKind kind = words.TryTake(" hierarchical"u8) ? NetPinKind.Hierarchical : NetPinKind.Leaf;
        string direction = words.TakeName();
        kind = words.TryTake(" port"u8) ? NetPinKind.Port : kind;
        Capacitance? capacitance = TakeCapacitance(ref words, numbers);
        string net = words.TakeName();
        return s_directions.Contains(direction) && net.Length > 0 && words.IsAtEnd
            ? new PinReport
            {
                Pin = pin,
                Direction = direction,
                Kind = kind,
                Capacitance = capacitance,
                Net = net == "(unconnected)" ? null : net,
                Digits = capacitance is null ? 0 : numbers.Digits,
            }
            : null;
    }

    // A hierarchical pin has no capacitance, and a net may have a number as its name: the last word is always the net.
    private static Capacitance? TakeCapacitance(ref LineScanner words, DecimalReader numbers)
    {
        LineScanner ahead = words;
        if (!Capacitance.TryTake(ref ahead, numbers, out Capacitance capacitance) || ahead.IsAtEnd)
        {
            return null;
        }

        words = ahead;
        return capacitance;
    }
}
