namespace Slackline.Timing;

/// <summary>The tables that the ids of an array refer to.</summary>
internal enum IdKind
{
    /// <summary>An entry of <see cref="PathChunk.Names"/>.</summary>
    Name,

    /// <summary>An entry of <see cref="PathChunk.Descriptions"/>.</summary>
    Description,

    /// <summary>A pin: the description that names it, or a name, see <see cref="PathChunk.PinOfName"/>.</summary>
    Pin,

    /// <summary>An entry of <see cref="PathChunk.Layouts"/>.</summary>
    Layout,
}

/// <summary>One array of a chunk, of ids that are valid in this chunk only. -1 is blank.</summary>
internal sealed class IdArray(IdKind kind) : ChunkArray<int>(PathChunk.NoName)
{
    /// <summary>The table that the ids refer to.</summary>
    public IdKind Kind => kind;

    /// <inheritdoc/>
    public override void Copy(ChunkArray source, int first, int count, int to, in CopiedIds ids)
    {
        base.Copy(source, first, count, to, ids);
        if (!IsUsed || !source.IsUsed)
        {
            return;
        }

        foreach (ref int id in Values.AsSpan(to, count))
        {
            id = kind switch
            {
                IdKind.Name => ids.Name(id),
                IdKind.Description => ids.Description(id),
                IdKind.Pin => ids.Pin(id),
                _ => ids.Layout(id),
            };
        }
    }
}
