namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="HistogramReport"/>.</summary>
internal sealed class HistogramReader : RoundTripReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        line.StartsWith("["u8) && line.EndsWith(")"u8) && TryReadBin(line, new DecimalReader(), out _, out _, out _);

    protected override Report? Parse(ref LineCursor lines)
    {
        var numbers = new DecimalReader();
        var bins = new List<HistogramBin>();
        int width = int.MaxValue;
        bool isLast = false;
        while (!isLast)
        {
            if (!lines.TryNext(out ReadOnlySpan<byte> line)
                || !TryReadBin(line, numbers, out HistogramBin bin, out int boundWidth, out isLast))
            {
                return null;
            }

            // Bounds that are longer than the padding overflow it, so the shortest bound shows the width.
            width = Math.Min(width, boundWidth);
            bins.Add(bin);
        }

        return new HistogramReport { Bins = bins, Digits = numbers.Digits, BoundWidth = width };
    }

    // [FROM, TO): BAR (COUNT)
    private static bool TryReadBin(
        ReadOnlySpan<byte> line, DecimalReader numbers, out HistogramBin bin, out int boundWidth, out bool isLast)
    {
        bin = default;
        isLast = false;
        boundWidth = line.IndexOf((byte)',') - 1;
        int colon = line.IndexOf(": "u8);
        if (boundWidth < 0 || colon < boundWidth + 4 || line[0] != '[' || line[colon - 1] is not ((byte)')' or (byte)']')
            || !line.EndsWith(")"u8))
        {
            return false;
        }

        isLast = line[colon - 1] == ']';
        ReadOnlySpan<byte> to = line[(boundWidth + 3)..(colon - 1)];
        boundWidth = Math.Min(boundWidth, to.Length);
        int count = line.LastIndexOf((byte)'(') + 1;
        if (!numbers.TryRead(line[1..line.IndexOf((byte)',')].TrimStart((byte)' '), out double from)
            || !numbers.TryRead(to.TrimStart((byte)' '), out double end)
            || !DecimalText.TryReadCount(line[count..^1], out int endpoints))
        {
            return false;
        }

        bin = new HistogramBin(from, end, endpoints);
        return true;
    }
}
