using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;

namespace Slackline.Streams.Spooling;

/// <summary>A column of numbers.</summary>
internal sealed class ArrowNumberColumn<T>(string name, IArrowType type) : ArrowColumn(name, type)
    where T : unmanaged
{
    private byte[] _bytes = [];

    /// <summary>The values, for whoever fills them.</summary>
    public Span<T> Values => MemoryMarshal.Cast<byte, T>(_bytes.AsSpan());

    /// <inheritdoc/>
    public override void Start(int length)
    {
        base.Start(length);
        int bytes = length * Marshal.SizeOf<T>();
        if (_bytes.Length < bytes)
        {
            _bytes = new byte[bytes + (bytes / 4)];
        }
    }

    /// <summary>Sets a value, or null.</summary>
    public void Set(int index, T? value)
    {
        Values[index] = value.GetValueOrDefault();
        if (value is null)
        {
            SetNull(index);
        }
    }

    /// <summary>Makes all values null.</summary>
    public void SetAllNull(int length)
    {
        Values[..length].Clear();
        SetNulls(length);
    }

    /// <inheritdoc/>
    public override IArrowArray ToArray(int length) =>
        ArrowArrayFactory.BuildArray(ToData(length, new ArrowBuffer(_bytes.AsMemory(0, length * Marshal.SizeOf<T>()))));
}
