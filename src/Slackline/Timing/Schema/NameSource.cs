namespace Slackline.Timing.Schema;

/// <summary>Names of paths as ids in <see cref="PathChunk.Names"/>.</summary>
/// <param name="chunk">The chunk.</param>
/// <returns>The ids of its paths; <see cref="PathChunk.NoName"/> where one is blank.</returns>
internal delegate ReadOnlySpan<int> NamesOf(PathChunk chunk);

/// <summary>A column of names of paths.</summary>
internal class NameSource(NamesOf names) : TextSource
{
    public override int Count(PathChunk chunk) => chunk.Names.Count;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        ReadOnlySpan<int> all = names(chunk);
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = all[items[i]];
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.Names[id];
}
