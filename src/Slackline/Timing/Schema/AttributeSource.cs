namespace Slackline.Timing.Schema;

/// <summary>The text behind a row's description: where its cell comes from in the source code.</summary>
internal sealed class AttributeSource : TextSource
{
    public override int Count(PathChunk chunk) => chunk.Names.Count;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        ReadOnlySpan<int> attributes = chunk.RowAttribute;
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = attributes.IsEmpty ? PathChunk.NoName : attributes[items[i]];
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.Names[id];
}
