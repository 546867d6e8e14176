using System.Globalization;
using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Search;

/// <summary>
/// A tag of the search: what distinguishes the paths that end at a pin. <c>report_tags</c>, <c>report_tag_groups</c> and
/// <c>report_tag_arrivals</c> print it, as <c>18 default ^max clk ^ clk_src clk crpr_pin null input in1</c>.
/// </summary>
public sealed record SearchTag
{
    private const string Unclocked = "unclocked";

    /// <summary>Its number in the run; null where it is not printed.</summary>
    public int? Index { get; init; }

    /// <summary>The scene (corner).</summary>
    public required string Scene { get; init; }

    /// <summary>The edge of its paths; none where only their rows show it.</summary>
    public Transition Transition { get; init; }

    /// <summary>Whether its paths have the latest or the earliest arrival; unknown where only their rows show it.</summary>
    public PathType PathType { get; init; }

    /// <summary>The launch clock; null for none.</summary>
    public string? Clock { get; init; }

    /// <summary>The clock's edge.</summary>
    public Transition ClockTransition { get; init; }

    /// <summary>The text in brackets for a clock's own path: <c>clock ideal</c>, <c>clock prop</c>; null for data.</summary>
    public string? ClockPath { get; init; }

    /// <summary>
    /// The clock's source. Paths without a clock and virtual clocks have none: some versions then print the word <c>null</c>; others print
    /// nothing, which is a null here.
    /// </summary>
    public string? ClockSource { get; init; }

    /// <summary>The pin up to which the clock paths are common (clock reconvergence pessimism removal); <c>null</c> for none.</summary>
    public required string CrprPin { get; init; }

    /// <summary>Whether the latest or the earliest arrival counts there; unknown where it is not printed.</summary>
    public PathType CrprPathType { get; init; }

    /// <summary>The port whose input delay begins the paths; null for none.</summary>
    public string? Input { get; init; }

    /// <summary>Whether the paths begin inside a segment.</summary>
    public bool IsSegmentStart { get; init; }

    /// <summary>The exceptions that may still apply to the paths, as printed; empty for none.</summary>
    public string Exceptions { get; init; } = "";

    /// <summary>The tag as printed.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Add(Index?.ToString(CultureInfo.InvariantCulture));
        Add(Scene);
        Add(Transition == Transition.None ? null : (char)Transition + PathType.Word());
        Add(Clock is null ? Unclocked : $"{Clock} {(char)ClockTransition}");
        Add(ClockPath is null ? null : $"({ClockPath})");
        Add(ClockSource is null ? null : $"clk_src {ClockSource}");
        Add($"crpr_pin {CrprPin}");
        Add(CrprPathType.Word());
        Add(Input is null ? null : $"input {Input}");
        Add(IsSegmentStart ? "segment_start" : null);
        Add(Exceptions.Length == 0 ? null : Exceptions);
        return text.ToString();

        void Add(string? part)
        {
            if (part is not null)
            {
                text.Append(text.Length > 0 ? " " : "").Append(part);
            }
        }
    }

    /// <summary>Reads the tag that fills a text, with or without its number; null when the text is not a tag.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hasEdge">Whether the text shows the edge of its paths.</param>
    internal static SearchTag? TryRead(ReadOnlySpan<byte> text, bool hasEdge)
    {
        var words = new LineScanner(text);
        return words.TryTakeCount(out int index) && TryReadScene(words, index, hasEdge) is { } tag
            ? tag
            : TryReadScene(new LineScanner(text), null, hasEdge);
    }

    /// <summary>Takes an edge: <c>^</c> or <c>v</c>.</summary>
    internal static bool TryTakeEdge(ref LineScanner words, out Transition edge)
    {
        ReadOnlySpan<byte> word = words.TakeWord();
        edge = word.Length == 1 && word[0] is (byte)'^' or (byte)'v' ? (Transition)word[0] : Transition.None;
        return edge != Transition.None;
    }

    /// <summary>Reads <c>max</c> or <c>min</c>.</summary>
    internal static bool TryReadType(ReadOnlySpan<byte> word, out PathType type)
    {
        type = TimingWords.TypeOf(word);
        return type != PathType.Unknown;
    }

    private static SearchTag? TryReadScene(LineScanner words, int? index, bool hasEdge)
    {
        string scene = words.TakeName();
        Transition edge = Transition.None;
        PathType type = PathType.Unknown;
        if (hasEdge)
        {
            ReadOnlySpan<byte> word = words.TakeWord();
            if (word.IsEmpty || word[0] is not ((byte)'^' or (byte)'v') || !TryReadType(word[1..], out type))
            {
                return null;
            }

            edge = (Transition)word[0];
        }

        string? clock = words.TakeName();
        LineScanner behind = words;
        if (TryTakeEdge(ref behind, out Transition clockEdge))
        {
            words = behind;
        }
        else if (clock == Unclocked)
        {
            clock = null;
        }
        else
        {
            return null;
        }

        return TryReadRest(words) is { } tag
            ? tag with { Index = index, Scene = scene, Transition = edge, PathType = type, Clock = clock, ClockTransition = clockEdge }
            : null;
    }

    // Reads from the clock's own path on; the scene is filled in later.
    private static SearchTag? TryReadRest(LineScanner words)
    {
        string? clockPath = null;
        if (words.TryTake(" ("u8) && words.Rest.IndexOf(") "u8) is > 0 and int end)
        {
            clockPath = Encoding.UTF8.GetString(words.Rest[..end]);
            words = new LineScanner(words.Rest[(end + 1)..]);
        }

        string? source = words.TryTake(" clk_src"u8) ? words.TakeName() : null;
        if (source is "" || !words.TryTake(" crpr_pin"u8) || words.TakeName() is not { Length: > 0 } crpr)
        {
            return null;
        }

        LineScanner behind = words;
        words = TryReadType(behind.TakeWord(), out PathType crprType) ? behind : words;
        string? input = words.TryTake(" input "u8) ? words.TakeName() : null;
        bool isSegmentStart = words.TryTake(" segment_start"u8);
        words.TryTake(" "u8);
        return new SearchTag
        {
            Scene = "",
            ClockPath = clockPath,
            ClockSource = source,
            CrprPin = crpr,
            CrprPathType = crprType,
            Input = input,
            IsSegmentStart = isSegmentStart,
            Exceptions = words.TakeRest(),
        };
    }
}
