namespace Slackline.Queries.Evaluation;

/// <summary>Holds where the operand does not hold.</summary>
internal sealed class NotCondition(Condition operand) : Condition
{
    private Scratch<int> _taken = new();

    public override int Narrow(in Pass pass, Span<int> items)
    {
        Span<int> taken = _taken.Take(items.Length);
        items.CopyTo(taken);
        return SortedItems.Remove(items, taken[..operand.Narrow(pass, taken)]);
    }
}
