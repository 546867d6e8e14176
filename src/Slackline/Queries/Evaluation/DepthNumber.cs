namespace Slackline.Queries.Evaluation;

/// <summary>How many stages the data of paths goes through; blank where the report shows no points.</summary>
internal sealed class DepthNumber : Number
{
    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = pass.Chunk.Depth(items[i]) is >= 0 and int depth ? depth : double.NaN;
        }
    }
}
