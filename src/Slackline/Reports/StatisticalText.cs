using Slackline.Timing;

namespace Slackline.Reports;

/// <summary>A statistical number: <c>MEAN[SIGMA]</c>, or <c>MEAN[SHIFT,SIGMA,SKEWNESS]</c>.</summary>
internal static class StatisticalText
{
    /// <summary>Reads a number that fills <paramref name="text"/>; <paramref name="numbers"/> reads its parts.</summary>
    public static bool TryRead<TReader>(ReadOnlySpan<byte> text, ref TReader numbers, out double mean, out Spread spread)
        where TReader : IDecimalReader
    {
        mean = double.NaN;
        spread = Spread.None;
        int bracket = text.IndexOf((byte)'[');
        return bracket >= 0 && text[^1] == ']' && numbers.TryRead(text[..bracket], out mean)
            && TryReadSpread(text[(bracket + 1)..^1], ref numbers, out spread);
    }

    /// <summary>Writes a number and returns the length of its text; there must be room for four decimals.</summary>
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

    private static bool TryReadSpread<TReader>(ReadOnlySpan<byte> text, ref TReader numbers, out Spread spread)
        where TReader : IDecimalReader
    {
        double shift = double.NaN;
        double skewness = double.NaN;
        int shiftEnd = text.IndexOf((byte)',');
        int sigmaEnd = text.LastIndexOf((byte)',');
        bool isSkewed = shiftEnd >= 0;
        if (isSkewed
            && (sigmaEnd == shiftEnd || !numbers.TryRead(text[..shiftEnd], out shift) || !numbers.TryRead(
                text[(sigmaEnd + 1)..], out skewness)))
        {
            spread = Spread.None;
            return false;
        }

        bool isRead = numbers.TryRead(isSkewed ? text[(shiftEnd + 1)..sigmaEnd] : text, out double sigma);
        spread = new Spread(shift, sigma, skewness);
        return isRead;
    }
}
