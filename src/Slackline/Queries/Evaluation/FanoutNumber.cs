namespace Slackline.Queries.Evaluation;

/// <summary>The fanout of rows.</summary>
internal sealed class FanoutNumber : Number
{
    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        ReadOnlySpan<int> fanouts = pass.Chunk.RowFanout;
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = !fanouts.IsEmpty && fanouts[items[i]] >= 0 ? fanouts[items[i]] : double.NaN;
        }
    }
}
