using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Slackline.Reports;

/// <summary>
/// Reads <see cref="ObjectLine"/>. Several words must have a pin among them, and be that and numbers, or begin with a number: others may be a sentence. Tried last, and not
/// among the rows of a list of paths, of which such a line may be a damaged one.
/// </summary>
internal sealed class ObjectLineFormat : ConfirmedFormat
{
    // So many lines behind a name without a slash are looked at for one that has one.
    private const int LinesAhead = 16;

    // Behind one space stand the pins of a loop.
    private const int IndentOfLoops = 1;

    private static readonly SearchValues<byte> s_first = SearchValues.Create(@"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_\"u8);
    private static readonly SearchValues<byte> s_inside = SearchValues.Create(@"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_\[]<>$-/"u8);

    protected override bool LastLineMayBeCut => true;

    public override bool Begins(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> words = line.TrimStart((byte)' ');
        return line.Length - words.Length != IndentOfLoops && (IsName(words) || (words.Contains((byte)'/') && AreNumbersAndPin(words)));
    }

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return null;
        }

        ReadOnlySpan<byte> words = line.TrimStart((byte)' ');
        int indent = line.Length - words.Length;
        return words.Contains((byte)'/') || IsCloseBeforePin(ref lines, indent) ? new ObjectLine(Encoding.ASCII.GetString(words).Split(' '), indent) : null;
    }

    // Whether a list of names goes on to a pin.
    private static bool IsCloseBeforePin(ref LineCursor lines, int indent)
    {
        int start = lines.Position;
        bool isPin = false;
        for (int i = 0; i < LinesAhead && !isPin && lines.TryNext(out ReadOnlySpan<byte> line) && line.IndexOfAnyExcept((byte)' ') == indent && IsName(line[indent..]); i++)
        {
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

    private static bool IsName(ReadOnlySpan<byte> word) => !word.IsEmpty && s_first.Contains(word[0]) && !word.ContainsAnyExcept(s_inside);

    private static bool IsPin(ReadOnlySpan<byte> name) => name.Contains((byte)'/') && name[^1] != '/';
}
