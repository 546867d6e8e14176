using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>Reads the limits of <c>report_check_types -verbose</c>.</summary>
internal sealed class LimitDetailsReader : RoundTripReader
{
    private static ReadOnlySpan<byte> PinKey => "Pin "u8;

    private static ReadOnlySpan<byte> CornerKey => " (corner "u8;

    private static ReadOnlySpan<byte> SceneKey => " (scene "u8;

    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) => LimitNames.Find(line) is not null;

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> heading) || LimitNames.Find(heading) is not { } names)
        {
            return null;
        }

        var pins = new List<LimitDetail>();
        var numbers = new DecimalReader();
        bool namesScenes = false;
        bool isDense = false;
        int fieldWidth = 0;
        while (true)
        {
            int end = lines.Position;
            bool isSpaced = lines.TryTake([]);
            if (pins.Count == 1)
            {
                isDense = !isSpaced;
            }

            if (isSpaced == isDense || !TryReadPin(ref lines, names, numbers, ref namesScenes, ref fieldWidth, out LimitDetail? pin))
            {
                lines.Return(end);
                return pins.Count == 0
                    ? null
                    : new LimitDetails
                    {
                        Kind = names.Kind,
                        Pins = pins,
                        FieldWidth = fieldWidth,
                        Digits = numbers.Digits,
                        NamesScenes = namesScenes,
                        IsDense = isDense && pins.Count > 1,
                    };
            }

            pins.Add(pin!);
        }
    }

    private static bool TryReadPin(
        ref LineCursor lines, LimitNames names, DecimalReader numbers, ref bool namesScenes, ref int fieldWidth, out LimitDetail? pin)
    {
        pin = null;
        if (!lines.TryTakePrefixed(PinKey, out ReadOnlySpan<byte> rest))
        {
            return false;
        }

        string corner = TakeCorner(ref rest, CornerKey);
        if (corner.Length == 0)
        {
            corner = TakeCorner(ref rest, SceneKey);
            namesScenes |= corner.Length > 0;
        }

        if (rest.Length < 3 || rest[^2] != ' ' || rest[^1] is not ((byte)' ' or (byte)'^' or (byte)'v')
            || !TryReadValue(ref lines, names.Heading, numbers, out double limit)
            || !TryReadValue(ref lines, names.Value, numbers, out double value)
            || !lines.TryNext(out ReadOnlySpan<byte> dashes)
            || !lines.TryTakePrefixed("Slack "u8, out ReadOnlySpan<byte> last)
            || dashes.Length - names.LabelWidth is <= 0 or > CheckTableLayout.MaxWidth)
        {
            return false;
        }

        var words = new LineScanner(last);
        bool isMet = words.TakeLastWord().SequenceEqual("(MET)"u8);
        double slack = double.NaN;
        if (words.TakeWord() is { IsEmpty: false } number && !numbers.TryRead(number, out slack))
        {
            return false;
        }

        fieldWidth = dashes.Length - names.LabelWidth;
        Transition edge = rest[^1] == ' ' ? Transition.None : (Transition)rest[^1];
        pin = new LimitDetail(Encoding.UTF8.GetString(rest[..^2]), edge, corner, limit, value, slack, isMet);
        return true;
    }

    private static string TakeCorner(ref ReadOnlySpan<byte> rest, ReadOnlySpan<byte> key)
    {
        int at = rest.EndsWith(")"u8) ? rest.LastIndexOf(key) : -1;
        if (at < 0)
        {
            return "";
        }

        string corner = Encoding.UTF8.GetString(rest[(at + key.Length)..^1]);
        rest = rest[..at];
        return corner;
    }

    private static bool TryReadValue(ref LineCursor lines, string label, DecimalReader numbers, out double value)
    {
        value = double.NaN;
        if (!lines.TryNext(out ReadOnlySpan<byte> line) || line.Length <= label.Length || !Ascii.Equals(line[..label.Length], label))
        {
            return false;
        }

        ReadOnlySpan<byte> number = line[label.Length..].Trim((byte)' ');
        return number.IsEmpty || numbers.TryRead(number, out value);
    }
}
