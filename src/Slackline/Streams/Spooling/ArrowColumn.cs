using Apache.Arrow;
using Apache.Arrow.Types;

namespace Slackline.Streams.Spooling;

/// <summary>A column on its way into Arrow: memory that is filled again for each batch.</summary>
internal abstract class ArrowColumn(string name, IArrowType type)
{
    private byte[] _validity = [];
    private int _nulls;

    /// <summary>The column's name and type.</summary>
    public Field Field { get; } = new(name, type, nullable: true);

    /// <summary>Forgets all values and makes room for so many.</summary>
    public virtual void Start(int length)
    {
        int bytes = (length + 7) / 8;
        if (_validity.Length < bytes)
        {
            _validity = new byte[bytes + (bytes / 4)];
        }

        _validity.AsSpan(0, bytes).Fill(0xFF);
        _nulls = 0;
    }

    /// <summary>The first values as Arrow sees them, without copying; valid until the next <see cref="Start"/>.</summary>
    public abstract IArrowArray ToArray(int length);

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
