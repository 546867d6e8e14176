namespace Slackline.Queries.Evaluation;

/// <summary>A test of a text, ready to run.</summary>
internal abstract class TextMatcher
{
    /// <summary>Whether a text, in UTF-8 and not empty, passes.</summary>
    public abstract bool Matches(ReadOnlySpan<byte> text);
}
