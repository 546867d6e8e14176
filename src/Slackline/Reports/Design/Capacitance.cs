namespace Slackline.Reports.Design;

/// <summary>A capacitance in the capacitance unit of the library.</summary>
/// <param name="RiseMin">The least for a rising transition.</param>
/// <param name="RiseMax">The most for a rising transition.</param>
/// <param name="FallMin">The least for a falling transition.</param>
/// <param name="FallMax">The most for a falling transition.</param>
/// <param name="Form">How it is printed.</param>
public readonly record struct Capacitance(double RiseMin, double RiseMax, double FallMin, double FallMax, CapacitanceForm Form)
{
    /// <summary>Takes a capacitance from a line, if one is next.</summary>
    internal static bool TryTake(ref LineScanner words, DecimalReader numbers, out Capacitance capacitance)
    {
        LineScanner ahead = words;
        if (!TryTakeFirst(ref ahead, numbers, out capacitance))
        {
            return false;
        }

        words = ahead;
        return true;
    }

    internal string ToText(int digits)
    {
        string riseMin = DecimalText.ToText(RiseMin, digits);
        string riseMax = DecimalText.ToText(RiseMax, digits);
        string fallMin = DecimalText.ToText(FallMin, digits);
        string fallMax = DecimalText.ToText(FallMax, digits);
        return Form switch
        {
            CapacitanceForm.OneValue => riseMin,
            CapacitanceForm.Range => $"{riseMin}-{riseMax}",
            CapacitanceForm.RiseFall => $"r {riseMin} f {fallMin}",
            _ => $"r {riseMin}:{riseMax} f {fallMin}:{fallMax}",
        };
    }

    private static bool TryTakeFirst(ref LineScanner words, DecimalReader numbers, out Capacitance capacitance)
    {
        capacitance = default;
        ReadOnlySpan<byte> word = words.TakeWord();
        if (!word.SequenceEqual("r"u8))
        {
            bool isSingle = word.Length < 2 || word[1..].IndexOf((byte)'-') < 0;
            if (!TryReadPair(word, (byte)'-', numbers, out double min, out double max))
            {
                return false;
            }

            capacitance = new Capacitance(min, max, min, max, isSingle ? CapacitanceForm.OneValue : CapacitanceForm.Range);
            return true;
        }

        ReadOnlySpan<byte> rise = words.TakeWord();
        if (!TryReadPair(rise, (byte)':', numbers, out double riseMin, out double riseMax)
            || !words.TakeWord().SequenceEqual("f"u8)
            || !TryReadPair(words.TakeWord(), (byte)':', numbers, out double fallMin, out double fallMax))
        {
            return false;
        }

        CapacitanceForm form = rise.Contains((byte)':') ? CapacitanceForm.RiseFallRange : CapacitanceForm.RiseFall;
        capacitance = new Capacitance(riseMin, riseMax, fallMin, fallMax, form);
        return true;
    }

    private static bool TryReadPair(ReadOnlySpan<byte> word, byte separator, DecimalReader numbers, out double min, out double max)
    {
        // A minus before the first number is not a separator.
        int at = word.IsEmpty ? -1 : word[1..].IndexOf(separator) is >= 0 and int index ? index + 1 : -1;
        max = 0;
        return numbers.TryRead(at < 0 ? word : word[..at], out min) && numbers.TryRead(at < 0 ? word : word[(at + 1)..], out max);
    }
}
