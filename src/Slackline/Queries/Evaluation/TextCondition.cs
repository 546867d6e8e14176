using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>
/// Tests a text column. The test is run once for an entry of the chunk's dictionary, when the first item with it comes, however many items
/// share it.
/// </summary>
internal sealed class TextCondition(TextSource source, TextMatcher matcher, bool negated) : Condition
{
    private Scratch<int> _ids = new();
    private Scratch<Verdict> _verdicts = new();
    private long _pass;

    private enum Verdict : byte
    {
        Unknown,
        Blank,
        Fits,
        FitsNot,
    }

    public override int Narrow(in Pass pass, Span<int> items)
    {
        Span<Verdict> verdicts = _verdicts.Take(source.Count(pass.Chunk));
        if (_pass != pass.Number)
        {
            verdicts.Clear();
            _pass = pass.Number;
        }

        Span<int> ids = _ids.Take(items.Length);
        source.Ids(pass.Chunk, items, ids);
        Verdict wanted = negated ? Verdict.FitsNot : Verdict.Fits;
        int kept = 0;
        for (int i = 0; i < items.Length; i++)
        {
            int id = ids[i];
            if (id < 0)
            {
                continue;
            }

            if (verdicts[id] == Verdict.Unknown)
            {
                verdicts[id] = Judge(source.Text(pass.Chunk, id));
            }

            if (verdicts[id] == wanted)
            {
                items[kept++] = items[i];
            }
        }

        return kept;
    }

    private Verdict Judge(ReadOnlySpan<byte> text) =>
        text.IsEmpty ? Verdict.Blank : matcher.Matches(text) ? Verdict.Fits : Verdict.FitsNot;
}
