namespace Slackline.Timing.Schema;

/// <summary>A text column: every item has the id of an entry in some dictionary of the chunk, and the entry has a text.</summary>
internal abstract class TextSource
{
    /// <summary>How many entries the dictionary has; ids are below.</summary>
    public abstract int Count(PathChunk chunk);

    /// <summary>Writes the id of every item (path or row); negative where it is blank.</summary>
    public abstract void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids);

    /// <summary>The text of an entry as UTF-8; empty when it is blank.</summary>
    public abstract ReadOnlySpan<byte> Text(PathChunk chunk, int id);

    /// <summary>The instance that the text of an entry names, where that is a pin; else the text.</summary>
    public virtual ReadOnlySpan<byte> Instance(PathChunk chunk, int id) => Text(chunk, id);
}
