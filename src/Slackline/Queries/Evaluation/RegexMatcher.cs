using System.Text;
using System.Text.RegularExpressions;

namespace Slackline.Queries.Evaluation;

/// <summary>Whether a regular expression is found in a text.</summary>
internal sealed class RegexMatcher(Regex regex) : TextMatcher
{
    private Scratch<char> _chars = new();

    public override bool Matches(ReadOnlySpan<byte> text)
    {
        // UTF-8 never takes fewer bytes than UTF-16 takes characters.
        Span<char> chars = _chars.Take(text.Length);
        return regex.IsMatch(chars[..Encoding.UTF8.GetChars(text, chars)]);
    }
}
