namespace Slackline.Timing.Schema;

/// <summary>A column of what statistical numbers give besides their means. Blank is <see cref="Spread.None"/>.</summary>
internal sealed class SpreadColumn(string name, Func<PathChunk, ChunkArray<Spread>> array, string meaning) : Column(name, meaning)
{
    /// <inheritdoc/>
    public override ColumnType Type => ColumnType.Time;

    /// <summary>The array that holds them.</summary>
    public ChunkArray<Spread> Stored(PathChunk chunk) => array(chunk);
}
