using Slackline.Timing;

namespace Slackline.Reports;

/// <summary>A statistical number: <c>MEAN[SIGMA]</c>, or <c>MEAN[SHIFT,SIGMA,SKEWNESS]</c>.</summary>
internal static class StatisticalText
{
    /// <summary>Reads a decimal number that fills a text.</summary>
    internal delegate bool DecimalReading(ReadOnlySpan<byte> text, out double value);

    /// <summary>Reads a number that fills <paramref name="text"/>; its parts are read by <paramref name="read"/>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, DecimalReading read, out double mean, out Spread spread)
    {
        mean = double.NaN;
        spread = Spread.None;
        int bracket = text.IndexOf((byte)'[');
        return bracket >= 0 && text[^1] == ']' && read(text[..bracket], out mean) && TryReadSpread(text[(bracket + 1)..^1], read, out spread);
    }

    /// <summary>Writes a number and returns how long the text is; there must be room for four decimals.</summary>
    public static int Write(double mean, Spread spread, int digits, Span<byte> text)
    {
        int length = 0;
        Append(mean, '[', text);
        if (spread.IsSkewed)
        {
            Append(spread.Shift, ',', text);
            Append(spread.Sigma, ',', text);
            Append(spread.Skewness, ']', text);
        }
        else
        {
            Append(spread.Sigma, ']', text);
        }

        return length;

        void Append(double value, char end, Span<byte> text)
        {
            length += DecimalText.Write(value, digits, text[length..]);
            text[length++] = (byte)end;
        }
    }

    private static bool TryReadSpread(ReadOnlySpan<byte> text, DecimalReading read, out Spread spread)
    {
        double shift = double.NaN;
        double skewness = double.NaN;
        int shiftEnd = text.IndexOf((byte)',');
        int sigmaEnd = text.LastIndexOf((byte)',');
        bool isSkewed = shiftEnd >= 0;
        if (isSkewed && (sigmaEnd == shiftEnd || !read(text[..shiftEnd], out shift) || !read(text[(sigmaEnd + 1)..], out skewness)))
        {
            spread = Spread.None;
            return false;
        }

        bool isRead = read(isSkewed ? text[(shiftEnd + 1)..sigmaEnd] : text, out double sigma);
        spread = new Spread(shift, sigma, skewness);
        return isRead;
    }
}
