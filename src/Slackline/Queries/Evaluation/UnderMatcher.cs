using System.Text;

namespace Slackline.Queries.Evaluation;

/// <summary>Whether a name is this one or stands below it in the hierarchy.</summary>
internal sealed class UnderMatcher(string prefix) : TextMatcher
{
    private readonly byte[] _prefix = Encoding.UTF8.GetBytes(prefix);

    public override bool Matches(ReadOnlySpan<byte> text) =>
        text.StartsWith(_prefix) && (text.Length == _prefix.Length || text[_prefix.Length] is (byte)'/' or (byte)'.');
}
