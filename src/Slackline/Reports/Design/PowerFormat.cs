namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="PowerReport"/>.</summary>
internal sealed class PowerFormat : ConfirmedFormat
{
    public override bool Begins(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        return words.TryTake("Group  "u8) && PowerColumns.AreTitles(ref words);
    }

    protected override Report? Parse(ref LineCursor lines)
    {
        if (PowerColumns.TryReadTitles(ref lines) is not { } columns)
        {
            return null;
        }

        var groups = new List<PowerGroup>();
        while (TryReadGroup(ref lines, ref columns) is { } group)
        {
            groups.Add(group);
        }

        if (!lines.TryNext(out _) || TryReadGroup(ref lines, ref columns) is not { } total || !lines.TryNext(out ReadOnlySpan<byte> percents))
        {
            return null;
        }

        var words = new LineScanner(percents);
        return TryReadPercent(ref words, out double inside) && TryReadPercent(ref words, out double switching) && TryReadPercent(ref words, out double leakage)
            ? new PowerReport
            {
                Groups = groups,
                Total = total,
                InternalPercent = inside,
                SwitchingPercent = switching,
                LeakagePercent = leakage,
                Columns = columns,
            }
            : null;
    }

    private static PowerGroup? TryReadGroup(ref LineCursor lines, ref PowerColumns columns)
    {
        if (!lines.TryPeek(out ReadOnlySpan<byte> line))
        {
            return null;
        }

        var words = new LineScanner(line);
        string name = words.TakeName();
        if (!PowerColumns.TryReadRow(ref words, ref columns, out PowerValues power) || !TryReadPercent(ref words, out double percent))
        {
            return null;
        }

        lines.TryNext(out _);
        return new PowerGroup(name, power, percent);
    }

    private static bool TryReadPercent(ref LineScanner words, out double percent)
    {
        ReadOnlySpan<byte> word = words.TakeWord();
        percent = 0;
        return word.EndsWith("%"u8) && DecimalText.TryRead(word[..^1], out percent, out _);
    }
}
