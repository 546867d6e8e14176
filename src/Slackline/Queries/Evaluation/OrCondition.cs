namespace Slackline.Queries.Evaluation;

/// <summary>Every part is asked only for the items that no part before it took.</summary>
internal sealed class OrCondition(Condition[] parts) : Condition
{
    private Scratch<int> _rest = new();
    private Scratch<int> _taken = new();

    public override int Narrow(in Pass pass, Span<int> items)
    {
        Span<int> rest = _rest.Take(items.Length);
        items.CopyTo(rest);
        foreach (Condition part in parts)
        {
            Span<int> taken = _taken.Take(rest.Length);
            rest.CopyTo(taken);
            taken = taken[..part.Narrow(pass, taken)];
            rest = rest[..SortedItems.Remove(rest, taken)];
        }

        return SortedItems.Remove(items, rest);
    }
}
