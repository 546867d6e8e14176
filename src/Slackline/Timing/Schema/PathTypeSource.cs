namespace Slackline.Timing.Schema;

/// <summary>The path type: <c>max</c> or <c>min</c>.</summary>
internal sealed class PathTypeSource : TextSource
{
    public override int Count(PathChunk chunk) => (int)PathType.Min + 1;

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        ReadOnlySpan<PathType> types = chunk.PathType;
        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = types[items[i]] == PathType.Unknown ? PathChunk.NoName : (int)types[items[i]];
        }
    }

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => (PathType)id switch
    {
        PathType.Max => "max"u8,
        PathType.Min => "min"u8,
        _ => default,
    };
}
