namespace Slackline.Timing.Schema;

/// <summary>The pin or port that a row names.</summary>
internal class PinSource : TextSource
{
    public override int Count(PathChunk chunk) => chunk.Descriptions.Count;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        ReadOnlySpan<int> descriptions = chunk.RowDescription;
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = descriptions[items[i]];
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.Descriptions.Name(id);

    public override ReadOnlySpan<byte> Instance(PathChunk chunk, int id) => chunk.InstanceOfPin(id);
}
