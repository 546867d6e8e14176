using Slackline.Queries.Model;

namespace Slackline.Queries.Evaluation;

/// <summary>A number made of another.</summary>
internal sealed class UnaryNumber(UnaryOperator sign, Number operand) : Number
{
    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        operand.Compute(pass, items, values);
        foreach (ref double value in values)
        {
            value = sign == UnaryOperator.Negate ? -value : Math.Abs(value);
        }
    }
}
