namespace Slackline.Queries.Evaluation;

/// <summary>The same number for every item.</summary>
internal sealed class LiteralNumber(double value) : Number
{
    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values) => values.Fill(value);
}
