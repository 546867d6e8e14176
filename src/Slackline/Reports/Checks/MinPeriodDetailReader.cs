using System.Text;

namespace Slackline.Reports.Checks;

/// <summary>Reads the verbose form of a minimum period check.</summary>
internal sealed class MinPeriodDetailReader : RoundTripReader
{
    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Pin: "u8);

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        var numbers = new DecimalReader();
        if (!lines.TryTakePrefixed("Pin: "u8, out ReadOnlySpan<byte> pin)
            || !TryReadRow(ref lines, numbers, out double period, out ReadOnlySpan<byte> name)
            || !TryReadRow(ref lines, numbers, out double minPeriod, out _)
            || !lines.TryNext(out ReadOnlySpan<byte> dashes)
            || MinPeriodDetail.FieldWidthFor(dashes.Length) is not (> 0 and < CheckTableLayout.MaxWidth and var fieldWidth)
            || !TryReadRow(ref lines, numbers, out double slack, out ReadOnlySpan<byte> verdict))
        {
            return null;
        }

        return new MinPeriodDetail
        {
            Pin = Encoding.UTF8.GetString(pin),
            Period = period,
            MinPeriod = -minPeriod,
            Slack = slack,
            IsMet = verdict.EndsWith("(MET)"u8),
            FieldWidth = fieldWidth,
            Digits = numbers.Digits,
            HasOldNames = name.SequenceEqual("Period"u8),
        };
    }

    private static bool TryReadRow(scoped ref LineCursor lines, DecimalReader numbers, out double time, out ReadOnlySpan<byte> description)
    {
        time = 0;
        description = default;
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return false;
        }

        var words = new LineScanner(line);
        bool found = numbers.TryRead(words.TakeWord(), out time);
        description = words.Rest.TrimStart((byte)' ');
        return found;
    }
}
