using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>A column of numbers, of paths or of rows.</summary>
internal sealed class ColumnNumber(NumberColumn column) : Number
{
    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values) =>
        column.Source.ReadCompared(pass.Chunk, items, values);
}
