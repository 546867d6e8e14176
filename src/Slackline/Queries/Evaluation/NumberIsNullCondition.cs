namespace Slackline.Queries.Evaluation;

/// <summary>Whether a number is blank.</summary>
internal sealed class NumberIsNullCondition(Number operand) : Condition
{
    private Scratch<double> _values = new();

    public override int Narrow(in Pass pass, Span<int> items)
    {
        Span<double> values = _values.Take(items.Length);
        operand.Compute(pass, items, values);
        int kept = 0;
        for (int i = 0; i < items.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                items[kept++] = items[i];
            }
        }

        return kept;
    }
}
