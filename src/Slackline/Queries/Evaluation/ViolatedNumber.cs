namespace Slackline.Queries.Evaluation;

/// <summary>Whether paths violate their checks: 1 or 0, and blank where the report does not tell.</summary>
internal sealed class ViolatedNumber : Number
{
    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = pass.Chunk.IsViolated(items[i]) switch { true => 1, false => 0, null => double.NaN };
        }
    }
}
