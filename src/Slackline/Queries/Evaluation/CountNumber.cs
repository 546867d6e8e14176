namespace Slackline.Queries.Evaluation;

/// <summary>How many points of a path satisfy a condition; without a condition, how many there are.</summary>
internal sealed class CountNumber(Condition? operand) : Number
{
    private Scratch<int> _rows = new();

    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        for (int i = 0; i < items.Length; i++)
        {
            Span<int> points = PathPoints.Rows(pass.Chunk, items[i], ref _rows);
            values[i] = operand is null ? points.Length : operand.Narrow(pass, points);
        }
    }
}
