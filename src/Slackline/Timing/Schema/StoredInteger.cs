using System.Runtime.CompilerServices;

namespace Slackline.Timing.Schema;

/// <summary>Whole numbers that chunks hold as they are; all of them non-blank.</summary>
internal abstract class StoredInteger : NumberSource
{
    /// <summary>Bytes of one.</summary>
    public abstract int Size { get; }

    /// <summary>The array that holds them.</summary>
    public abstract ChunkArray Stored(PathChunk chunk);
}

/// <inheritdoc/>
internal sealed class StoredInteger<T>(Func<PathChunk, ChunkArray<T>> array) : StoredInteger
    where T : unmanaged
{
    public override int Size => Unsafe.SizeOf<T>();

    public override ChunkArray Stored(PathChunk chunk) => array(chunk);

    public override void Read(PathChunk chunk, ReadOnlySpan<int> items, Span<double> values)
    {
        T[] all = array(chunk).Values;
        for (int i = 0; i < items.Length; i++)
        {
            values[i] = Size switch
            {
                sizeof(byte) => Unsafe.BitCast<T, byte>(all[items[i]]),
                sizeof(ushort) => Unsafe.BitCast<T, ushort>(all[items[i]]),
                _ => Unsafe.BitCast<T, int>(all[items[i]]),
            };
        }
    }
}
