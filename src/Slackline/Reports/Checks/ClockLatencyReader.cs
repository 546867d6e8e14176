using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>Reads a clock of <c>report_clock_latency</c>.</summary>
internal sealed class ClockLatencyReader : RoundTripReader
{
    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Clock "u8);

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        var numbers = new DecimalReader();
        if (!lines.TryTakePrefixed("Clock "u8, out ReadOnlySpan<byte> clock))
        {
            return null;
        }

        var sections = new List<LatencySection>();
        int end = lines.Position;
        while (ParseSection(ref lines, numbers) is { } section)
        {
            sections.Add(section);
            end = lines.Position;
            if (!lines.TryTake([]))
            {
                break;
            }
        }

        lines.Return(end);
        if (sections.Count == 0 && !IsAlone(ref lines, clock))
        {
            return null;
        }

        return new ClockLatency { Clock = Encoding.UTF8.GetString(clock), Sections = sections, Digits = numbers.Digits };
    }

    // For a clock that reaches no register, only its name is printed, and the empty line that follows every clock. Otherwise the line is a
    // sentence.
    private static bool IsAlone(ref LineCursor lines, ReadOnlySpan<byte> clock) =>
        !clock.Contains((byte)' ') && lines.TryPeek(out ReadOnlySpan<byte> next) && next.IsEmpty;

    private static LatencySection? ParseSection(ref LineCursor lines, DecimalReader numbers)
    {
        if (!TryReadEdges(ref lines, out Transition source, out Transition end)
            || !lines.TryTake("    min     max"u8)
            || ReadTimes(ref lines, numbers, "source latency"u8) is not { } sourceLatency
            || !TryReadTime(ref lines, numbers, "network latency "u8, out double minLatency, out ReadOnlySpan<byte> minPin)
            || !TryReadTime(ref lines, numbers, "network latency "u8, out double maxLatency, out ReadOnlySpan<byte> maxPin))
        {
            return null;
        }

        MinMaxTime? internalLatency = ReadTimes(ref lines, numbers, "internal clock latency"u8);
        MinMaxTime? treeDelay = internalLatency is null ? ReadTimes(ref lines, numbers, "liberty clock tree delay"u8) : null;
        if (!lines.TryTake("---------------"u8)
            || ReadTimes(ref lines, numbers, "latency"u8) is not { } latency
            || !TryReadTime(ref lines, numbers, "skew"u8, out double skew, out _))
        {
            return null;
        }

        return new LatencySection
        {
            SourceTransition = source,
            EndTransition = end,
            SourceLatency = sourceLatency,
            NetworkLatency = new MinMaxTime(minLatency, maxLatency),
            MinPin = Encoding.UTF8.GetString(minPin),
            MaxPin = Encoding.UTF8.GetString(maxPin),
            InternalLatency = internalLatency ?? treeDelay,
            NamesLibertyTree = treeDelay is not null,
            Latency = latency,
            Skew = skew,
        };
    }

    private static bool TryReadEdges(ref LineCursor lines, out Transition source, out Transition end)
    {
        source = end = Transition.None;
        if (!lines.TryPeek(out ReadOnlySpan<byte> line))
        {
            return false;
        }

        var words = new LineScanner(line);
        source = TimingWords.EdgeOf(words.TakeWord());
        end = words.TryTake(" ->"u8) ? TimingWords.EdgeOf(words.TakeWord()) : Transition.None;
        return source != Transition.None && end != Transition.None && lines.TryNext(out _);
    }

    // A row with both times. Takes no other line.
    private static MinMaxTime? ReadTimes(scoped ref LineCursor lines, DecimalReader numbers, scoped ReadOnlySpan<byte> name)
    {
        if (!lines.TryPeek(out ReadOnlySpan<byte> line))
        {
            return null;
        }

        var words = new LineScanner(line);
        return numbers.TryRead(words.TakeWord(), out double min) && numbers.TryRead(words.TakeWord(), out double max)
            && words.TryTake(" "u8) && words.Rest.SequenceEqual(name) && lines.TryNext(out _)
            ? new MinMaxTime(min, max)
            : null;
    }

    // A row with one of the two times, in its column.
    private static bool TryReadTime(
        scoped ref LineCursor lines, DecimalReader numbers, scoped ReadOnlySpan<byte> name, out double time, out ReadOnlySpan<byte> rest)
    {
        time = 0;
        rest = default;
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return false;
        }

        var words = new LineScanner(line);
        if (!numbers.TryRead(words.TakeWord(), out time))
        {
            return false;
        }

        rest = words.Rest.TrimStart((byte)' ');
        bool found = rest.StartsWith(name);
        rest = found ? rest[name.Length..] : default;
        return found;
    }
}
