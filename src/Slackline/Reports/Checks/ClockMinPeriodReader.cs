using System.Text;

namespace Slackline.Reports.Checks;

/// <summary>Reads <c>clk period_min = 4.94 fmax = 202.63</c>.</summary>
internal sealed class ClockMinPeriodReader : OneLineReader
{
    private static ReadOnlySpan<byte> PeriodKey => " period_min = "u8;

    private static ReadOnlySpan<byte> FrequencyKey => " fmax = "u8;

    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.IndexOf(PeriodKey) > 0;

    /// <inheritdoc/>
    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        int name = line.IndexOf(PeriodKey);
        ReadOnlySpan<byte> rest = line[(name + PeriodKey.Length)..];
        int period = rest.IndexOf(FrequencyKey);
        var numbers = new DecimalReader();
        if (period < 0 || !numbers.TryRead(rest[..period], out double minPeriod))
        {
            return null;
        }

        ReadOnlySpan<byte> frequency = rest[(period + FrequencyKey.Length)..];
        if (!frequency.SequenceEqual("inf"u8) && !numbers.TryRead(frequency, out _))
        {
            return null;
        }

        double maxFrequency = numbers.TryRead(frequency, out double megahertz) ? megahertz : double.PositiveInfinity;
        return new ClockMinPeriod(Encoding.UTF8.GetString(line[..name]), minPeriod, maxFrequency, numbers.Digits);
    }
}
