using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>Startpoints or endpoints, for functions of names: some formats name the instance and some its pin, and an entry tells which it is.</summary>
internal sealed class EndSource(NamesOf names) : NameSource(names)
{
    // Each name is there twice: as an instance's or port's, and behind all these as a pin's.
    public override int Count(PathChunk chunk) => 2 * chunk.Names.Count;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        base.Ids(chunk, items, ids);
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] += ids[i] >= 0 && chunk.Format[items[i]] != PathFormat.Full ? chunk.Names.Count : 0;
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.Names[id % chunk.Names.Count];

    public override ReadOnlySpan<byte> Instance(PathChunk chunk, int id) => id < chunk.Names.Count ? chunk.Names[id] : PathChunk.InstanceOf(Text(chunk, id));
}
