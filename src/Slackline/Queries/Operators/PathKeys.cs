using System.Buffers.Binary;
using System.IO.Hashing;
using Slackline.Queries.Evaluation;
using Slackline.Timing;

namespace Slackline.Queries.Operators;

/// <summary>
/// Writes what paths have in some columns as bytes, so that keys are in order when their bytes are, and equal when their bytes are.
/// So all operators that compare paths, in whatever columns and directions, compare spans.
/// </summary>
internal sealed class PathKeys
{
    private readonly KeyColumn[] _columns;
    private byte[] _key = new byte[256];
    private int _length;
    private long _pass;

    public PathKeys(PathOrder order)
        : this(order.Columns)
    {
    }

    public PathKeys(IEnumerable<PathExpression> columns)
        : this(columns.Select(static column => new SortColumn(column, SortDirection.Ascending)))
    {
    }

    private PathKeys(IEnumerable<SortColumn> columns) => _columns = [.. columns.Select(static column => new KeyColumn(column))];

    /// <summary>Looks at the paths whose keys are requested next.</summary>
    public void Load(PathChunk chunk, ReadOnlySpan<int> paths) => Load(chunk, paths, ofPoints: false);

    /// <summary>Looks at the points of the path whose keys are requested next, for the columns of points among the others.</summary>
    public void LoadPoints(PathChunk chunk, ReadOnlySpan<int> rows) => Load(chunk, rows, ofPoints: true);

    /// <summary>The key of a path, given by its position among the loaded paths. Valid until the next key is requested.</summary>
    /// <param name="index">The path's place.</param>
    /// <param name="point">The point's position among the loaded points, where there are columns of points.</param>
    public ReadOnlySpan<byte> Key(int index, int point = 0)
    {
        _length = 0;
        foreach (KeyColumn column in _columns)
        {
            int start = _length;
            column.Write(this, column.IsPoint ? point : index);
            if (column.IsDescending && _key[start] == Present)
            {
                foreach (ref byte value in _key.AsSpan(start + 1, _length - start - 1))
                {
                    value = (byte)~value;
                }
            }
        }

        return _key.AsSpan(0, _length);
    }

    /// <summary>
    /// Stands for the key where only equality counts: paths with different keys have different ones, for all that chance can do in 128
    /// bits.
    /// </summary>
    public UInt128 Hash(int index, int point = 0) => XxHash128.HashToUInt128(Key(index, point));

    /// <summary>Whether a key is a single text of points, which <see cref="Entry"/> gives without writing it.</summary>
    public bool HasEntries => _columns is [{ IsPoint: true, IsText: true }];

    /// <summary>How many different keys a chunk may have at the most.</summary>
    public int EntriesOf(PathChunk chunk) => _columns[0].EntriesOf(chunk);

    /// <summary>A number for a point's key within its chunk; negative when it is blank.</summary>
    public int Entry(int point) => _columns[0].Entry(point);

    /// <summary>The values of a path, and of a point of it, in the columns.</summary>
    public IReadOnlyList<ColumnValue> Values(int index, int point) =>
        [.. _columns.Select(column => column.Value(column.IsPoint ? point : index))];

    /// <summary>Whether a point is blank in all columns of points.</summary>
    public bool IsBlankPoint(int point)
    {
        foreach (KeyColumn column in _columns)
        {
            if (column.IsPoint && !column.IsBlank(point))
            {
                return false;
            }
        }

        return true;
    }

    private void Load(PathChunk chunk, ReadOnlySpan<int> items, bool ofPoints)
    {
        var pass = new Pass(chunk, ++_pass);
        foreach (KeyColumn column in _columns)
        {
            if (column.IsPoint == ofPoints)
            {
                column.Load(pass, items);
            }
        }
    }

    // Blanks sort after everything else, in both directions.
    private const byte Present = 1;
    private const byte Blank = byte.MaxValue;

    private Span<byte> Reserve(int length)
    {
        if (_length + length > _key.Length)
        {
            Array.Resize(ref _key, Math.Max(_key.Length * 2, _length + length));
        }

        Span<byte> room = _key.AsSpan(_length, length);
        _length += length;
        return room;
    }

    private sealed class KeyColumn(SortColumn column)
    {
        private readonly BoundValue _value = new(column.Expression);

        public bool IsDescending => column.IsDescending;

        public bool IsPoint => column.Expression.IsPoint;

        public bool IsText => _value.IsText;

        public int EntriesOf(PathChunk chunk) => _value.EntriesOf(chunk);

        public int Entry(int index) => _value.Entry(index);

        public void Load(in Pass pass, ReadOnlySpan<int> items) => _value.Load(pass, items);

        public ColumnValue Value(int index) => _value.Value(index);

        public bool IsBlank(int index) => _value.IsText ? _value.Text(index).IsEmpty : double.IsNaN(_value.Number(index));

        public void Write(PathKeys key, int index)
        {
            if (_value.IsText)
            {
                Write(key, _value.Text(index));
            }
            else
            {
                Write(key, _value.Number(index));
            }
        }

        private static void Write(PathKeys key, double value)
        {
            if (double.IsNaN(value))
            {
                key.Reserve(1)[0] = Blank;
                return;
            }

            // The bits of doubles are in their order but for the signs. 0 and -0 are equal.
            long bits = BitConverter.DoubleToInt64Bits(value == 0 ? 0 : value);
            Span<byte> room = key.Reserve(9);
            room[0] = Present;
            BinaryPrimitives.WriteInt64BigEndian(room[1..], bits < 0 ? ~bits : bits ^ long.MinValue);
        }

        private static void Write(PathKeys key, ReadOnlySpan<byte> text)
        {
            if (text.IsEmpty)
            {
                key.Reserve(1)[0] = Blank;
                return;
            }

            key.Reserve(1)[0] = Present;
            while (text.IndexOf((byte)0) is >= 0 and int zero)
            {
                // A byte 0 must not look like the end.
                text[..zero].CopyTo(key.Reserve(zero));
                Span<byte> escaped = key.Reserve(2);
                escaped[0] = 0;
                escaped[1] = byte.MaxValue;
                text = text[(zero + 1)..];
            }

            text.CopyTo(key.Reserve(text.Length));
            key.Reserve(2).Clear();
        }
    }
}
