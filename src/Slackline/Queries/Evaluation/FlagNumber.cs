using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>Whether a column's condition holds: 1 or 0, and blank where that is not known.</summary>
internal sealed class FlagNumber(FlagColumn column) : Number
{
    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = column.FlagOf(pass.Chunk, items[i]) switch { true => 1, false => 0, null => double.NaN };
        }
    }
}
