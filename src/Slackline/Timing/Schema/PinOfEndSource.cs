namespace Slackline.Timing.Schema;

/// <summary>The pin at which paths begin or end.</summary>
internal sealed class PinOfEndSource(bool isEndpoint) : TextSource
{
    /// <summary>The array that holds the pins, see <see cref="IdKind.Pin"/>.</summary>
    public IdArray Stored(PathChunk chunk) => isEndpoint ? chunk.Paths.EndpointPin : chunk.Paths.StartpointPin;

    public override int Count(PathChunk chunk) => chunk.PinIds;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = chunk.PinId(items[i], isEndpoint);
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.PinOf(id);

    public override ReadOnlySpan<byte> Instance(PathChunk chunk, int id) =>
        id < chunk.Descriptions.Count ? chunk.InstanceOfPin(id) : PathChunk.InstanceOf(chunk.PinOf(id));
}
