namespace Slackline.Queries.Evaluation;

/// <summary>How many points of a path satisfy a condition.</summary>
internal sealed class CountNumber(Condition operand, bool withClocks) : Number
{
    private Scratch<int> _rows = new();

    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = operand.Narrow(pass, PathPoints.Rows(pass.Chunk, items[i], withClocks, ref _rows));
        }
    }
}
