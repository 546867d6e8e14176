using System.Text;

namespace Slackline.Reports.Checks;

/// <summary>Reads <c>report_clock_properties</c>.</summary>
internal sealed class ClockPropertiesReader : RoundTripReader
{
    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.SequenceEqual("Clock                   Period          Waveform"u8);

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out _) || !lines.TryNext(out _))
        {
            return null;
        }

        var numbers = new DecimalReader();
        List<ClockWaveform> clocks = lines.TakeAll(line => ParseClock(line, numbers));

        return lines.EndsWithoutLineEnd ? null : new ClockProperties { Clocks = clocks, Digits = numbers.Digits };
    }

    private static ClockWaveform? ParseClock(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        ReadOnlySpan<byte> suffix = " (generated)"u8;
        bool isGenerated = line.EndsWith(suffix);
        var words = new LineScanner(isGenerated ? line[..^suffix.Length] : line);
        string name = words.TakeName();
        if (!numbers.TryRead(words.TakeWord(), out double period))
        {
            return null;
        }

        var edges = new List<double>();
        while (words.TakeWord() is { IsEmpty: false } word)
        {
            if (!TryReadEdges(word, numbers, edges))
            {
                return null;
            }
        }

        var clock = new ClockWaveform(name, period, edges, isGenerated);
        return Encoding.UTF8.GetBytes(clock.ToText(numbers.Digits)).AsSpan().SequenceEqual(line) ? clock : null;
    }

    // Edges with many digits fill their columns and are printed without a space between them: each ends after its last digit.
    private static bool TryReadEdges(ReadOnlySpan<byte> word, DecimalReader numbers, List<double> edges)
    {
        while (!word.IsEmpty)
        {
            int point = word.IndexOf((byte)'.');
            int length = point < 0 ? word.Length : Math.Min(word.Length, point + 1 + numbers.Digits);
            if (!numbers.TryRead(word[..length], out double edge))
            {
                return false;
            }

            edges.Add(edge);
            word = word[length..];
        }

        return true;
    }
}
