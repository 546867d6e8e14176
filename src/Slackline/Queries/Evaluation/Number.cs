namespace Slackline.Queries.Evaluation;

/// <summary>A numeric expression ready to run.</summary>
internal abstract class Number
{
    /// <summary>Writes the value of every item (path or row, as in <see cref="Condition"/>); NaN where it is blank.</summary>
    public abstract void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values);
}
