using Slackline.Timing;

namespace Slackline.Reports.Search;

/// <summary>
/// When the paths of a tag arrive at a pin, and when they must. Times are in the tool's time unit, infinite where there is none.
/// </summary>
/// <param name="Transition">The edge that arrives.</param>
/// <param name="PathType">Whether it is the latest or the earliest arrival.</param>
/// <param name="Arrival">The arrival.</param>
/// <param name="Required">The required time.</param>
/// <param name="Tag">The tag.</param>
public sealed record TagArrival(Transition Transition, PathType PathType, double Arrival, double Required, SearchTag Tag)
{
    private const string PreviousKey = "prev ";

    /// <summary>The previous path and the arc, as printed; null where they are not printed.</summary>
    public string? Previous { get; init; }

    internal string ToText(int digits)
    {
        string times = $"{DecimalText.ToText(Arrival, digits)} / {DecimalText.ToText(Required, digits)}";
        string previous = Previous is null ? "" : $" {PreviousKey}{Previous}";
        return $" {(char)Transition} {PathType.Word()} {times} {Tag}{previous}";
    }

    internal static TagArrival? TryRead(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        var words = new LineScanner(line);
        return words.TryTake(" "u8) && SearchTag.TryTakeEdge(ref words, out Transition edge)
            && SearchTag.TryReadType(words.TakeWord(), out PathType type)
            && numbers.TryRead(words.TakeWord(), out double arrival) && words.TryTake(" /"u8)
                && numbers.TryRead(words.TakeWord(), out double required)
            && words.TryTake(" "u8) && SearchTag.TryRead(words.Rest, hasEdge: false) is { } tag
            ? WithPrevious(new TagArrival(edge, type, arrival, required, tag))
            : null;
    }

    // Text after a tag appears where its exceptions would be.
    private static TagArrival WithPrevious(TagArrival arrival)
    {
        string text = arrival.Tag.Exceptions;
        int key = text.StartsWith(PreviousKey, StringComparison.Ordinal) ? 0 : text.IndexOf(" " + PreviousKey, StringComparison.Ordinal);
        return key < 0 ? arrival : arrival with
        {
            Tag = arrival.Tag with { Exceptions = text[..key] },
            Previous = text[(key + (key == 0 ? 0 : 1) + PreviousKey.Length)..],
        };
    }
}
