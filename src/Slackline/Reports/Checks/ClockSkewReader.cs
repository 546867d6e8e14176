using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>Reads a clock of <c>report_clock_skew</c>, in the form of 2.0 and in the current one.</summary>
internal sealed class ClockSkewReader : RoundTripReader
{
    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Clock "u8);

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryTakePrefixed("Clock "u8, out ReadOnlySpan<byte> name))
        {
            return null;
        }

        string clock = Encoding.UTF8.GetString(name);
        return lines.TryTake("No launch/capture paths found."u8) ? new ClockSkew { Clock = clock, Form = ClockSkewForm.NoPaths }
            : lines.TryTake("Latency      CRPR       Skew"u8) ? ParseColumns(ref lines, clock)
            : ParseSum(ref lines, clock);
    }

    private static ClockSkew? ParseColumns(ref LineCursor lines, string clock)
    {
        var numbers = new DecimalReader();
        if (!TryReadColumnEnd(ref lines, numbers, out ClockEnd? source, out _)
            || !TryReadColumnEnd(ref lines, numbers, out ClockEnd? target, out LineScanner rest)
            || !numbers.TryRead(rest.TakeWord(), out double crpr)
            || !numbers.TryRead(rest.TakeWord(), out double skew)
            || lines.EndsWithoutLineEnd)
        {
            return null;
        }

        return new ClockSkew
        {
            Clock = clock,
            Form = ClockSkewForm.Columns,
            Source = source,
            Target = target,
            Crpr = crpr,
            Skew = skew,
            Digits = numbers.Digits,
        };
    }

    // PIN EDGE, and the latency on the next line.
    private static bool TryReadColumnEnd(scoped ref LineCursor lines, DecimalReader numbers, out ClockEnd? end, out LineScanner rest)
    {
        end = null;
        rest = default;
        if (!lines.TryNext(out ReadOnlySpan<byte> pin) || !lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return false;
        }

        rest = new LineScanner(line);
        if (!numbers.TryRead(rest.TakeWord(), out double latency))
        {
            return false;
        }

        end = ParseEnd(pin, latency);
        return end is not null;
    }

    private static ClockSkew? ParseSum(ref LineCursor lines, string clock)
    {
        var numbers = new DecimalReader();
        if (!TryReadTerm(ref lines, numbers, "source latency "u8, out double sourceLatency, out ReadOnlySpan<byte> source))
        {
            return null;
        }

        double? sourceDelay = ReadOptional(ref lines, numbers, "source internal clock delay"u8);
        if (!TryReadTerm(ref lines, numbers, "target latency "u8, out double targetLatency, out ReadOnlySpan<byte> target))
        {
            return null;
        }

        double? targetDelay = ReadOptional(ref lines, numbers, "target internal clock delay"u8);
        double? uncertainty = ReadOptional(ref lines, numbers, "clock uncertainty"u8);
        if (!TryReadTerm(ref lines, numbers, "CRPR"u8, out double crpr, out _)
            || !lines.TryTake("--------------"u8)
            || !TryReadTerm(ref lines, numbers, ""u8, out double skew, out ReadOnlySpan<byte> check)
            || ParseEnd(source, sourceLatency) is not { } sourceEnd
            || ParseEnd(target, -targetLatency) is not { } targetEnd)
        {
            return null;
        }

        return new ClockSkew
        {
            Clock = clock,
            Form = ClockSkewForm.Sum,
            Source = sourceEnd with { InternalDelay = sourceDelay },
            Target = targetEnd with { InternalDelay = -targetDelay },
            Uncertainty = uncertainty,
            Crpr = crpr,
            Skew = skew,
            PathType = check.SequenceEqual("hold skew"u8) ? PathType.Min : PathType.Max,
            Digits = numbers.Digits,
        };
    }

    private static ClockEnd? ParseEnd(ReadOnlySpan<byte> text, double latency) =>
        text.Length > 2 && text[^2] == ' ' && text[^1] is (byte)'^' or (byte)'v'
            ? new ClockEnd(Encoding.UTF8.GetString(text[..^2]), (Transition)text[^1], latency)
            : null;

    private static double? ReadOptional(scoped ref LineCursor lines, DecimalReader numbers, scoped ReadOnlySpan<byte> name) =>
        TryReadTerm(ref lines, numbers, name, out double value, out _) ? value : null;

    // A number, a space, the term's name and the rest of the line. Takes no other line.
    private static bool TryReadTerm(
        scoped ref LineCursor lines, DecimalReader numbers, scoped ReadOnlySpan<byte> name, out double value, out ReadOnlySpan<byte> rest)
    {
        value = 0;
        rest = default;
        if (!lines.TryPeek(out ReadOnlySpan<byte> line))
        {
            return false;
        }

        var words = new LineScanner(line);
        if (!numbers.TryRead(words.TakeWord(), out value) || !words.TryTake(" "u8) || !words.TryTake(name))
        {
            return false;
        }

        rest = words.Rest;
        return lines.TryNext(out _);
    }
}
