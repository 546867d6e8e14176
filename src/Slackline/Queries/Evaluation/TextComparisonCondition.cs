using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>Whether two text columns are equal, or differ; neither may be blank.</summary>
internal sealed class TextComparisonCondition(TextSource left, TextSource right, bool negated) : Condition
{
    private Scratch<int> _left = new();
    private Scratch<int> _right = new();

    public override int Narrow(in Pass pass, Span<int> items)
    {
        Span<int> lefts = _left.Take(items.Length);
        Span<int> rights = _right.Take(items.Length);
        left.Ids(pass.Chunk, items, lefts);
        right.Ids(pass.Chunk, items, rights);
        int kept = 0;
        for (int i = 0; i < items.Length; i++)
        {
            ReadOnlySpan<byte> a = lefts[i] < 0 ? default : left.Text(pass.Chunk, lefts[i]);
            ReadOnlySpan<byte> b = rights[i] < 0 ? default : right.Text(pass.Chunk, rights[i]);
            if (!a.IsEmpty && !b.IsEmpty && a.SequenceEqual(b) != negated)
            {
                items[kept++] = items[i];
            }
        }

        return kept;
    }
}
