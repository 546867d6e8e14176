using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>Reads <c>(clk ^) r 0.08:0.08 f 0.08:0.08</c>.</summary>
internal sealed class PinTimesReader : OneLineReader
{
    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> text = line.TrimStart((byte)' ');
        return (text.StartsWith("("u8) || text.StartsWith("r "u8)) && text.IndexOf("r "u8) >= 0 && text.IndexOf(" f "u8) > 0;
    }

    /// <inheritdoc/>
    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        bool isIndented = words.TryTake(" "u8);
        string clock = "";
        Transition transition = Transition.None;
        if (words.TryTake("("u8))
        {
            int end = words.Rest.LastIndexOf(") r "u8);
            if (end < 3 || words.Rest[end - 2] != ' ' || words.Rest[end - 1] is not ((byte)'^' or (byte)'v'))
            {
                return null;
            }

            clock = Encoding.UTF8.GetString(words.Rest[..(end - 2)]);
            transition = (Transition)words.Rest[end - 1];
            words = new LineScanner(words.Rest[(end + 2)..]);
        }

        var numbers = new DecimalReader();
        if (!words.TryTake("r"u8)
            || !DelayList.TryRead(words.TakeWord(), numbers, out IReadOnlyList<double> rise, out IReadOnlyList<Spread> riseSpreads)
            || !words.TryTake(" f"u8)
                || !DelayList.TryRead(words.TakeWord(), numbers, out IReadOnlyList<double> fall, out IReadOnlyList<Spread> fallSpreads))
        {
            return null;
        }

        return new PinTimes
        {
            Clock = clock,
            ClockTransition = transition,
            Rise = rise,
            Fall = fall,
            RiseSpreads = riseSpreads,
            FallSpreads = fallSpreads,
            Digits = numbers.Digits,
            IsIndented = isIndented,
        };
    }
}
