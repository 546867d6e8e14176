namespace Slackline.Timing.Schema;

/// <summary>Counts that chunks hold as they are; those below zero are blank.</summary>
internal sealed class StoredCount(Func<PathChunk, ChunkArray<int>> array) : NumberSource
{
    /// <summary>The array that holds them.</summary>
    public ChunkArray<int> Stored(PathChunk chunk) => array(chunk);

    public override void Read(PathChunk chunk, ReadOnlySpan<int> items, Span<double> values)
    {
        ChunkArray<int> all = array(chunk);
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = all.ValueOf(items[i]) is >= 0 and int count ? count : double.NaN;
        }
    }
}
