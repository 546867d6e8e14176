namespace Slackline.Queries.Evaluation;

/// <summary>Looks a number up in a list.</summary>
internal sealed class NumberInCondition(Number operand, IEnumerable<double> list, bool negated) : Condition
{
    private readonly double[] _sorted = [.. list.Order()];
    private Scratch<double> _values = new();

    public override int Narrow(in Pass pass, Span<int> items)
    {
        Span<double> values = _values.Take(items.Length);
        operand.Compute(pass, items, values);
        int kept = 0;
        for (int i = 0; i < items.Length; i++)
        {
            if (!double.IsNaN(values[i]) && Array.BinarySearch(_sorted, values[i]) >= 0 != negated)
            {
                items[kept++] = items[i];
            }
        }

        return kept;
    }
}
