namespace Slackline.Timing.Schema;

/// <summary>The net of the pin that a row names: that of the row below it, where nets are printed.</summary>
internal sealed class NetSource : PinSource
{
    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = chunk.NetOf(items[i]);
        }
    }

    public override ReadOnlySpan<byte> Instance(PathChunk chunk, int id) => Text(chunk, id);
}
