using System.Text;

namespace Slackline.Queries.Evaluation;

/// <summary>Whether a glob fits a whole text.</summary>
internal sealed class GlobMatcher : TextMatcher
{
    // A glob as runes: ordinary characters are themselves, and these two stand for the wildcards.
    private const int AnyOne = -1;
    private const int AnyMany = -2;

    private readonly int[] _glob;

    public GlobMatcher(string glob) => _glob = [.. Read(glob)];

    /// <inheritdoc/>
    /// <remarks>
    /// When a part after a <c>*</c> does not fit, only the last <c>*</c> needs to swallow one more character: no exponential search.
    /// </remarks>
    public override bool Matches(ReadOnlySpan<byte> text)
    {
        int at = 0;
        int star = -1;
        ReadOnlySpan<byte> behindStar = default;
        while (!text.IsEmpty)
        {
            if (at < _glob.Length && _glob[at] == AnyMany)
            {
                star = at++;
                behindStar = text;
                continue;
            }

            Rune.DecodeFromUtf8(text, out Rune rune, out int length);
            if (at < _glob.Length && (_glob[at] == AnyOne || _glob[at] == rune.Value))
            {
                at++;
                text = text[length..];
                continue;
            }

            if (star < 0)
            {
                return false;
            }

            at = star + 1;
            Rune.DecodeFromUtf8(behindStar, out _, out length);
            behindStar = behindStar[length..];
            text = behindStar;
        }

        return !_glob.AsSpan(at).ContainsAnyExcept(AnyMany);
    }

    private static IEnumerable<int> Read(string glob)
    {
        bool escaped = false;
        foreach (Rune rune in glob.EnumerateRunes())
        {
            bool special = rune.Value is '*' or '?' or '\\';
            if (escaped && !special)
            {
                yield return '\\';
            }

            if (!escaped && rune.Value == '\\')
            {
                escaped = true;
                continue;
            }

            yield return (escaped, rune.Value) switch
            {
                (false, '*') => AnyMany,
                (false, '?') => AnyOne,
                _ => rune.Value,
            };
            escaped = false;
        }

        if (escaped)
        {
            yield return '\\';
        }
    }
}
