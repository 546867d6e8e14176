using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>
/// Times separated by colons: min and max of each corner in turn. <c>---</c> is NaN: there is none. With <c>-report_variance</c> each is a
/// statistical number.
/// </summary>
internal static class DelayList
{
    private static ReadOnlySpan<byte> Missing => "---"u8;

    /// <summary>Reads the times that fill <paramref name="text"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="numbers">Reads the report's numbers.</param>
    /// <param name="times">The times, or their means.</param>
    /// <param name="spreads">The spreads of statistical times, one for each time; empty when none is statistical.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> text, DecimalReader numbers, out IReadOnlyList<double> times, out IReadOnlyList<Spread> spreads)
    {
        var means = new List<double>();
        List<Spread>? found = null;
        times = means;
        spreads = [];
        foreach (Range range in text.Split((byte)':'))
        {
            ReadOnlySpan<byte> item = text[range];
            double time = double.NaN;
            Spread spread = Spread.None;
            if (!item.SequenceEqual(Missing) && !numbers.TryRead(item, out time)
                && !StatisticalText.TryRead(item, ref numbers, out time, out spread))
            {
                return false;
            }

            if (!spread.IsNone)
            {
                found ??= [.. Enumerable.Repeat(Spread.None, means.Count)];
            }

            means.Add(time);
            found?.Add(spread);
        }

        spreads = found is null ? [] : found;
        return true;
    }

    /// <summary>The times as the tool prints them.</summary>
    public static string ToText(IReadOnlyList<double> times, IReadOnlyList<Spread> spreads, int digits) =>
        string.Join(':', times.Select((time, i) => ToText(time, i < spreads.Count ? spreads[i] : Spread.None, digits)));

    private static string ToText(double time, Spread spread, int digits)
    {
        if (double.IsNaN(time) || spread.IsNone)
        {
            return double.IsNaN(time) ? "---" : DecimalText.ToText(time, digits);
        }

        Span<byte> text = stackalloc byte[4 * DecimalText.MaxLength];
        return Encoding.ASCII.GetString(text[..StatisticalText.Write(time, spread, digits, text)]);
    }
}
