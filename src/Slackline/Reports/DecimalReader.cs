namespace Slackline.Reports;

/// <summary>Reads decimal numbers.</summary>
internal interface IDecimalReader
{
    /// <summary>Reads a number that fills <paramref name="text"/>.</summary>
    bool TryRead(ReadOnlySpan<byte> text, out double value);
}

/// <summary>Reads the decimal numbers of one report, all of which have the same number of digits after the point.</summary>
internal sealed class DecimalReader : IDecimalReader
{
    /// <summary>Digits after the point, as in the last number; 0 when there was none.</summary>
    public int Digits { get; private set; }

    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<byte> text, out double value)
    {
        if (!DecimalText.TryRead(text, out value, out int digits))
        {
            return false;
        }

        Digits = double.IsInfinity(value) ? Digits : digits;
        return true;
    }
}
