using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>Whether a column's condition holds.</summary>
internal sealed class FlagCondition(FlagColumn column) : Condition
{
    public override int Narrow(in Pass pass, Span<int> items)
    {
        int kept = 0;
        foreach (int path in items)
        {
            if (column.FlagOf(pass.Chunk, path) == true)
            {
                items[kept++] = path;
            }
        }

        return kept;
    }
}
