using Slackline.Timing;

namespace Slackline.Queries.Evaluation;

/// <summary>What one kind of row takes off paths' required times, or adds to them, as it is printed; blank where none is.</summary>
internal sealed class TermNumber(DescriptionKind kind) : Number
{
    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = kind == DescriptionKind.CheckMargin ? pass.Chunk.CheckTime(items[i]) : pass.Chunk.Term(items[i], kind);
        }
    }
}
