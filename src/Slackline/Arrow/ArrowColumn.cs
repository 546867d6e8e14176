using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;

namespace Slackline.Arrow;

/// <summary>
/// A column of an Arrow table: it is filled from a chunk, whatever its values are for each path or each row, and put back into one. It has
/// memory that is filled again for each batch.
/// </summary>
internal abstract class ArrowColumn(string name, IArrowType type)
{
    private byte[] _validity = [];
    private int _nulls;

    /// <summary>The column's name and type.</summary>
    public Field Field { get; } = new(name, type, nullable: true);

    /// <summary>Fills the column from a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="items">The places of its paths or rows: 0, 1, and so on.</param>
    /// <param name="firstPath">The number of its first path in the stream.</param>
    public void Fill(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        Start(items.Length);
        FillAll(chunk, items, firstPath);
    }

    /// <summary>The first values as Arrow sees them, without copying; valid until the next <see cref="Fill"/>.</summary>
    public abstract IArrowArray ToArray(int length);

    /// <summary>Puts values into a chunk that has room for them. By default nothing: the column follows from others.</summary>
    /// <param name="column">This column of a batch.</param>
    /// <param name="place">Which values, and where to.</param>
    public virtual void Restore(IArrowArray column, in RestoredPlace place)
    {
    }

    /// <summary>Fills the column, which was made ready for as many values.</summary>
    protected abstract void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath);

    /// <summary>Forgets all values and makes room for some.</summary>
    protected virtual void Start(int length)
    {
        int bytes = (length + 7) / 8;
        if (_validity.Length < bytes)
        {
            _validity = new byte[bytes + (bytes / 4)];
        }

        _validity.AsSpan(0, bytes).Fill(0xFF);
        _nulls = 0;
    }

    /// <summary>Makes a value null.</summary>
    protected void SetNull(int index)
    {
        _validity[index >> 3] &= (byte)~(1 << (index & 7));
        _nulls++;
    }

    /// <summary>Makes all values null.</summary>
    protected void SetNulls(int length)
    {
        _validity.AsSpan(0, (length + 7) / 8).Clear();
        _nulls = length;
    }

    /// <summary>Arrow data of this column.</summary>
    protected ArrayData ToData(int length, params ReadOnlySpan<ArrowBuffer> buffers)
    {
        ArrowBuffer validity = _nulls == 0 ? ArrowBuffer.Empty : new ArrowBuffer(_validity.AsMemory(0, (length + 7) / 8));
        return new ArrayData(Field.DataType, length, _nulls, 0, [validity, .. buffers]);
    }
}
