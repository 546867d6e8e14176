using System.Text;
using Slackline.Timing;

namespace Slackline.Queries.Evaluation;

/// <summary>Whether a text is in a list.</summary>
internal sealed class OneOfMatcher : TextMatcher
{
    private readonly NameTable _values = new();

    public OneOfMatcher(IEnumerable<string> values)
    {
        foreach (string value in values)
        {
            _values.Intern(Encoding.UTF8.GetBytes(value));
        }
    }

    public override bool Matches(ReadOnlySpan<byte> text) => _values.Find(text) >= 0;
}
