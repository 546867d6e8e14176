using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Arrow;

/// <summary>
/// A column of what statistical numbers give besides their means, as lists: <c>[sigma]</c> or <c>[shift, sigma, skewness]</c>. Most
/// files have no such numbers, and a null list takes only the room of its offset.
/// </summary>
internal sealed class ArrowSpreadColumn(SpreadColumn column) : OffsetColumn(column.Field, s_type)
{
    private static readonly ListType s_type = new(new Field("item", DoubleType.Default, nullable: false));

    private byte[] _numbers = [];
    private int _end;

    /// <inheritdoc/>
    protected override void Start(int length)
    {
        base.Start(length);
        _end = 0;
    }

    /// <inheritdoc/>
    public override void Restore(IArrowArray values, in RestoredPlace place)
    {
        ChunkArray<Spread> array = column.Stored(place.Chunk);
        if (place.IsWanted(array, values))
        {
            var spreads = new SpreadView(values);
            for (int i = 0; i < place.Count; i++)
            {
                array[place.To + i] = spreads[place.First + i];
            }
        }
    }

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        int length = items.Length;
        ReadOnlySpan<Spread> spreads = column.Stored(chunk).First(length);
        if (spreads.IsEmpty)
        {
            SetAllNull(length);
            return;
        }

        Span<int> offsets = Offsets;
        for (int i = 0; i < length; i++)
        {
            Spread spread = spreads[i];
            if (spread.IsNone)
            {
                SetNull(i);
            }
            else if (spread.IsSkewed)
            {
                Append([spread.Shift, spread.Sigma, spread.Skewness]);
            }
            else
            {
                Append([spread.Sigma]);
            }

            offsets[i + 1] = _end / sizeof(double);
        }
    }

    /// <inheritdoc/>
    public override IArrowArray ToArray(int length)
    {
        var numbers = new ArrayData(
            DoubleType.Default, _end / sizeof(double), 0, 0, [ArrowBuffer.Empty, new ArrowBuffer(_numbers.AsMemory(0, _end))]);
        ArrayData lists = ToData(length, OffsetBuffer(length));
        return new ListArray(new ArrayData(lists.DataType, lists.Length, lists.NullCount, 0, lists.Buffers, [numbers]));
    }

    private void Append(ReadOnlySpan<double> numbers)
    {
        int bytes = numbers.Length * sizeof(double);
        if (_end + bytes > _numbers.Length)
        {
            System.Array.Resize(ref _numbers, Math.Max(4096, _numbers.Length * 2));
        }

        MemoryMarshal.AsBytes(numbers).CopyTo(_numbers.AsSpan(_end));
        _end += bytes;
    }
}
