namespace Slackline.Queries.Evaluation;

/// <summary>Whether paths violate their checks.</summary>
internal sealed class ViolatedCondition : Condition
{
    public override int Narrow(in Pass pass, Span<int> items)
    {
        int kept = 0;
        foreach (int path in items)
        {
            if (pass.Chunk.IsViolated(path) == true)
            {
                items[kept++] = path;
            }
        }

        return kept;
    }
}
