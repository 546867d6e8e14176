using Slackline.Timing;

namespace Slackline.Reports;

/// <summary>The parts of a statistical number: <c>MEAN[SIGMA]</c>, or <c>MEAN[SHIFT,SIGMA,SKEWNESS]</c>.</summary>
internal readonly ref struct StatisticalText
{
    private StatisticalText(ReadOnlySpan<byte> mean, ReadOnlySpan<byte> shift, ReadOnlySpan<byte> sigma, ReadOnlySpan<byte> skewness)
    {
        Mean = mean;
        Shift = shift;
        Sigma = sigma;
        Skewness = skewness;
    }

    /// <summary>The mean.</summary>
    public ReadOnlySpan<byte> Mean { get; }

    /// <summary>The shift of the mean; empty for a normal distribution.</summary>
    public ReadOnlySpan<byte> Shift { get; }

    /// <summary>The standard deviation.</summary>
    public ReadOnlySpan<byte> Sigma { get; }

    /// <summary>The skewness; empty for a normal distribution.</summary>
    public ReadOnlySpan<byte> Skewness { get; }

    /// <summary>Whether the distribution is a skew-normal one.</summary>
    public bool IsSkewed => !Skewness.IsEmpty;

    /// <summary>Takes a text apart; what its parts are is not looked at.</summary>
    public static bool TrySplit(ReadOnlySpan<byte> text, out StatisticalText parts)
    {
        parts = default;
        int bracket = text.IndexOf((byte)'[');
        if (bracket < 0 || text[^1] != ']')
        {
            return false;
        }

        ReadOnlySpan<byte> mean = text[..bracket];
        ReadOnlySpan<byte> spread = text[(bracket + 1)..^1];
        int shiftEnd = spread.IndexOf((byte)',');
        if (shiftEnd < 0)
        {
            parts = new StatisticalText(mean, default, spread, default);
            return true;
        }

        int sigmaEnd = spread.LastIndexOf((byte)',');
        if (sigmaEnd == shiftEnd || sigmaEnd == spread.Length - 1)
        {
            return false;
        }

        parts = new StatisticalText(mean, spread[..shiftEnd], spread[(shiftEnd + 1)..sigmaEnd], spread[(sigmaEnd + 1)..]);
        return true;
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
}
