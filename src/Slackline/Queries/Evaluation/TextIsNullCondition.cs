using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>Whether a text column is blank.</summary>
internal sealed class TextIsNullCondition(TextSource source) : Condition
{
    private Scratch<int> _ids = new();

    public override int Narrow(in Pass pass, Span<int> items)
    {
        Span<int> ids = _ids.Take(items.Length);
        source.Ids(pass.Chunk, items, ids);
        int kept = 0;
        for (int i = 0; i < items.Length; i++)
        {
            if (ids[i] < 0 || source.Text(pass.Chunk, ids[i]).IsEmpty)
            {
                items[kept++] = items[i];
            }
        }

        return kept;
    }
}
