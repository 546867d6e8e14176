namespace Slackline.Timing.Schema;

/// <summary>The library cell that a row names.</summary>
internal sealed class CellSource : PinSource
{
    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        base.Ids(chunk, items, ids);
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = chunk.IsJsonPort(items[i]) ? PathChunk.NoName : ids[i];
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.Descriptions.Cell(id);

    public override ReadOnlySpan<byte> Instance(PathChunk chunk, int id) => Text(chunk, id);
}
