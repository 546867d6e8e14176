using Slackline.Queries.Model;

namespace Slackline.Queries.Evaluation;

/// <summary>A number made of two others; blank when one of them is.</summary>
internal sealed class ArithmeticNumber(Number left, ArithmeticOperator sign, Number right) : Number
{
    private Scratch<double> _right = new();

    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        Span<double> rights = _right.Take(items.Length);
        left.Compute(pass, items, values);
        right.Compute(pass, items, rights);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = sign switch
            {
                ArithmeticOperator.Add => values[i] + rights[i],
                ArithmeticOperator.Subtract => values[i] - rights[i],
                ArithmeticOperator.Multiply => values[i] * rights[i],
                ArithmeticOperator.Divide => values[i] / rights[i],
                ArithmeticOperator.Minimum => Math.Min(values[i], rights[i]),
                _ => Math.Max(values[i], rights[i]),
            };
        }
    }
}
