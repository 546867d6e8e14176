namespace Slackline.Queries.Syntax;

/// <summary>A part of the filter's text.</summary>
/// <param name="Start">Its first character, counted from 0.</param>
/// <param name="End">The character after its last.</param>
internal readonly record struct SourceSpan(int Start, int End)
{
    public int Length => End - Start;

    public SourceSpan To(SourceSpan last) => new(Start, last.End);
}
