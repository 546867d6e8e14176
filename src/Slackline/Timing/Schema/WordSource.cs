using System.Runtime.CompilerServices;

namespace Slackline.Timing.Schema;

/// <summary>A column of a few words, which chunks hold as numbers of one byte.</summary>
internal abstract class WordSource(params (int Value, string Word)[] words) : TextSource
{
    private readonly byte[][] _words = Spread(words);

    /// <summary>The words.</summary>
    public IReadOnlyList<string> Words { get; } = [.. words.Select(static word => word.Word)];

    public override int Count(PathChunk chunk) => _words.Length;

    public override ReadOnlySpan<byte> Text(PathChunk chunk, int id) => _words[id];

    /// <summary>The value for a word; null for a word that is not one of the column's.</summary>
    public byte? ValueOf(ReadOnlySpan<byte> word)
    {
        for (int value = 0; value < _words.Length; value++)
        {
            if (word.SequenceEqual(_words[value]))
            {
                return (byte)value;
            }
        }

        return null;
    }

    /// <summary>The array that holds the values.</summary>
    public abstract ChunkArray Stored(PathChunk chunk);

    // The word at the place of each value; empty where a value has none.
    private static byte[][] Spread((int Value, string Word)[] words)
    {
        var all = new byte[words.Max(static word => word.Value) + 1][];
        Array.Fill(all, []);
        foreach ((int value, string word) in words)
        {
            all[value] = System.Text.Encoding.UTF8.GetBytes(word);
        }

        return all;
    }
}

/// <inheritdoc/>
internal sealed class WordSource<T>(Func<PathChunk, ChunkArray<T>> array, params (T Value, string Word)[] words)
    : WordSource([.. words.Select(static word => ((int)Unsafe.BitCast<T, byte>(word.Value), word.Word))])
    where T : unmanaged, Enum
{
    public override ChunkArray Stored(PathChunk chunk) => array(chunk);

    public override void Ids(PathChunk chunk, ReadOnlySpan<int> items, Span<int> ids)
    {
        T[] values = array(chunk).Values;
        for (int i = 0; i < items.Length; i++)
        {
            byte value = Unsafe.BitCast<T, byte>(values[items[i]]);
            ids[i] = value < Count(chunk) && !Text(chunk, value).IsEmpty ? value : PathChunk.NoName;
        }
    }
}
