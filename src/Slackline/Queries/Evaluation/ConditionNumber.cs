namespace Slackline.Queries.Evaluation;

/// <summary>A condition as a number: 1 where it holds, otherwise 0.</summary>
internal sealed class ConditionNumber(Condition condition) : Number
{
    private Scratch<int> _items = new();

    public override void Compute(in Pass pass, ReadOnlySpan<int> items, Span<double> values)
    {
        Span<int> holding = _items.Take(items.Length);
        items.CopyTo(holding);
        holding = holding[..condition.Narrow(pass, holding)];
        int next = 0;
        for (int i = 0; i < items.Length; i++)
        {
            bool holds = next < holding.Length && holding[next] == items[i];
            values[i] = holds ? 1 : 0;
            next += holds ? 1 : 0;
        }
    }
}
