namespace Slackline.Queries.Evaluation;

/// <summary>Every part narrows what the parts before it left.</summary>
internal sealed class AndCondition(Condition[] parts) : Condition
{
    public override int Narrow(in Pass pass, Span<int> items)
    {
        foreach (Condition part in parts)
        {
            items = items[..part.Narrow(pass, items)];
        }

        return items.Length;
    }
}
