using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>
/// Startpoints or endpoints, for functions of names: some formats print the instance and some its pin, and an entry records which it is.
/// </summary>
/// <param name="names">How the column is read.</param>
internal sealed class EndSource(TextSource names) : TextSource
{
    // Each name is there twice: first as the name of an instance or port, and again, after all of those, as the name of a pin.
    public override int Count(PathChunk chunk) => 2 * names.Count(chunk);

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        names.Ids(chunk, items, ids);
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] += ids[i] >= 0 && chunk.Format[items[i]] != PathFormat.Full ? names.Count(chunk) : 0;
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => names.Text(chunk, id % names.Count(chunk));

    public override ReadOnlySpan<byte> Instance(PathChunk chunk, int id) =>
        id < names.Count(chunk) ? Text(chunk, id) : PathChunk.InstanceOf(Text(chunk, id));
}
