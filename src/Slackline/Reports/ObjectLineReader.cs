using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Slackline.Reports;

/// <summary>
/// Reads <see cref="ObjectLine"/>. A line of several words must have a pin and otherwise only numbers, or begin with a number; anything
/// else may be a sentence. Tried last, and not inside a list of paths, where such a line may be a damaged row.
/// </summary>
internal sealed class ObjectLineReader : RoundTripReader
{
    // A name without a slash must be followed by a pin within this many lines.
    private const int LinesAhead = 16;

    // How many lines are examined at once.
    private const int MaxLinesKnown = 1024;

    // The indent of the pins of a loop.
    private const int IndentOfLoops = 1;

    private static readonly SearchValues<byte> s_first = SearchValues.Create(@"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_\"u8);
    private static readonly SearchValues<byte> s_inside = SearchValues.Create(
        @"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_\[]<>$-/"u8);

    private static readonly SearchValues<byte> s_words = SearchValues.Create(
        @"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_\[]<>$-/ .+"u8);

    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> words = line.TrimStart((byte)' ');
        return line.Length - words.Length != IndentOfLoops
            && (IsName(words) || (words.Contains((byte)'/') && !words.ContainsAnyExcept(s_words) && AreNumbersAndPin(words)));
    }

    /// <summary>
    /// Whether a line is a single pin. Such a line begins no report of another kind: those have several words, or characters that names do
    /// not have.
    /// </summary>
    public static bool IsPinAlone(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> name = line.TrimStart((byte)' ');
        return line.Length - name.Length != IndentOfLoops && IsName(name) && IsPin(name) && !(name[0] == '_' && name.IndexOf("_p_"u8) > 0);
    }

    /// <summary>Reads a line that is known to be such a report.</summary>
    public static ObjectLine Of(ReadOnlySpan<byte> line, bool carriageReturns = false)
    {
        ReadOnlySpan<byte> words = line.TrimStart((byte)' ');
        return new ObjectLine(Encoding.Latin1.GetString(words), line.Length - words.Length) { CarriageReturns = carriageReturns };
    }

    /// <summary>Among names without a slash, everything up to shortly before the first line with a pin.</summary>
    public override int LengthToSkip(LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return 0;
        }

        ReadOnlySpan<byte> name = line.TrimStart((byte)' ');
        int indent = line.Length - name.Length;
        if (!IsName(name) || name.Contains((byte)'/'))
        {
            return 0;
        }

        // The positions of the last lines seen: those shortly before text that has not come may be names.
        Span<int> close = stackalloc int[LinesAhead];
        int seen = 0;
        for (; seen < MaxLinesKnown; seen++)
        {
            int position = lines.Position;
            if (!lines.TryNext(out line) || line.IndexOfAnyExcept((byte)' ') != indent || !IsName(line[indent..]))
            {
                // The run of names ends here without a pin, so none of it counts, unless the text ends here too.
                return lines.RanOut ? close[seen % LinesAhead] : position;
            }

            if (line.Contains((byte)'/'))
            {
                return close[seen % LinesAhead];
            }

            close[seen % LinesAhead] = position;
        }

        return close[seen % LinesAhead];
    }

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return null;
        }

        ReadOnlySpan<byte> words = line.TrimStart((byte)' ');
        int indent = line.Length - words.Length;
        return words.Contains((byte)'/') || IsCloseBeforePin(ref lines, indent) ? Of(line) : null;
    }

    // The line is names, numbers and the spaces between them, so it always prints back the same.
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered) => true;

    // Whether a list of names reaches a pin.
    private static bool IsCloseBeforePin(ref LineCursor lines, int indent)
    {
        int start = lines.Position;
        bool isPin = false;
        for (int i = 0; i < LinesAhead && !isPin && lines.TryNext(out ReadOnlySpan<byte> line); i++)
        {
            if (line.IndexOfAnyExcept((byte)' ') != indent || !IsName(line[indent..]))
            {
                break;
            }

            isPin = IsPin(line[indent..]);
        }

        lines.Return(start);
        return isPin;
    }

    private static bool AreNumbersAndPin(ReadOnlySpan<byte> words)
    {
        bool hasPin = false;
        int names = 0;
        int numbers = 0;
        bool beginsWithNumber = false;
        foreach (Range range in words.Split((byte)' '))
        {
            ReadOnlySpan<byte> word = words[range];
            if (IsName(word))
            {
                names++;
                hasPin |= IsPin(word);
            }
            else if (Utf8Parser.TryParse(word, out double _, out int used) && used == word.Length)
            {
                numbers++;
                beginsWithNumber |= names == 0;
            }
            else
            {
                return false;
            }
        }

        return hasPin && numbers > 0 && (beginsWithNumber || names == 1);
    }

    private static bool IsName(ReadOnlySpan<byte> word) =>
        !word.IsEmpty && s_first.Contains(word[0]) && !word.ContainsAnyExcept(s_inside) && !HasTag(word);

    // Angle brackets enclose the number of a bit; "<br/>" belongs to a document.
    private static bool HasTag(ReadOnlySpan<byte> word) =>
        word.IndexOf((byte)'<') is >= 0 and int open && (open + 1 == word.Length || word[open + 1] is not (>= (byte)'0' and <= (byte)'9'));

    private static bool IsPin(ReadOnlySpan<byte> name) => name.Contains((byte)'/') && name[^1] != '/';
}
