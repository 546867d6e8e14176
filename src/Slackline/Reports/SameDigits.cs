namespace Slackline.Reports;

/// <summary>Reads decimal numbers that must all have the same number of digits after the point.</summary>
internal struct SameDigits() : IDecimalReader
{
    private const int Unknown = -1;

    /// <summary>The digits after the point; -1 until a number shows them. <c>INF</c> does not.</summary>
    public int Digits { get; private set; } = Unknown;

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> text, out double value)
    {
        if (!DecimalText.TryRead(text, out value, out int digits) || (digits >= 0 && Digits >= 0 && digits != Digits))
        {
            return false;
        }

        Digits = Math.Max(Digits, digits);
        return true;
    }
}
