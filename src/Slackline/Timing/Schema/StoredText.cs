namespace Slackline.Timing.Schema;

/// <summary>A column of texts that chunks hold as ids.</summary>
internal abstract class StoredText(Func<PathChunk, IdArray> array) : TextSource
{
    /// <summary>The array that holds the ids.</summary>
    public IdArray Stored(PathChunk chunk) => array(chunk);

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        int[] all = array(chunk).Values;
        if (all.Length == 0)
        {
            ids.Fill(PathChunk.NoName);
            return;
        }

        for (int i = 0; i < items.Length; i++)
        {
            ids[i] = all[items[i]];
        }
    }
}

/// <summary>A column of names.</summary>
internal sealed class NameSource(Func<PathChunk, IdArray> array) : StoredText(array)
{
    public override int Count(PathChunk chunk) => chunk.Names.Count;

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.Names[id];
}

/// <summary>The descriptions of rows, whole.</summary>
internal sealed class DescriptionSource(Func<PathChunk, IdArray> array) : StoredText(array)
{
    public override int Count(PathChunk chunk) => chunk.Descriptions.Count;

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => chunk.Descriptions[id];
}
