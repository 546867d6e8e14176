using System.Buffers.Binary;
using System.IO.Hashing;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Model;
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

    public PathKeys(IEnumerable<FilterColumn> columns)
        : this(columns.Select(static column => new SortColumn(column, IsDescending: false)))
    {
    }

    private PathKeys(IEnumerable<SortColumn> columns) => _columns = [.. columns.Select(KeyColumn (column) => column.Column.Kind == FilterColumnKind.Text
        ? new TextKey(column)
        : new NumberKey(column))];

    /// <summary>Looks at the paths whose keys are asked for next.</summary>
    public void Load(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        var pass = new Pass(chunk, ++_pass);
        foreach (KeyColumn column in _columns)
        {
            column.Load(pass, paths);
        }
    }

    /// <summary>The key of a path, given by its place in what was loaded. Valid until the next key is asked for.</summary>
    public ReadOnlySpan<byte> Key(int index)
    {
        _length = 0;
        foreach (KeyColumn column in _columns)
        {
            int start = _length;
            column.Write(this, index);
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

    /// <summary>Stands for the key where only equality counts: paths with different keys have different ones, for all that chance can do in 128 bits.</summary>
    public UInt128 Hash(int index) => XxHash128.HashToUInt128(Key(index));

    // Blanks are behind everything else, in both directions.
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

    private abstract class KeyColumn(bool isDescending)
    {
        public bool IsDescending => isDescending;

        public abstract void Load(in Pass pass, ReadOnlySpan<int> paths);

        public abstract void Write(PathKeys key, int index);
    }

    private sealed class NumberKey(SortColumn column) : KeyColumn(column.IsDescending)
    {
        private readonly ColumnId _id = column.Column.Id;

        // Of the conditions, one is a question to the slack and the other to the path.
        private readonly Number _number = FilterCompiler.Compile(
            new NumberColumnNode(column.Column.Kind == FilterColumnKind.Condition ? ColumnId.Slack : column.Column.Id));

        private readonly double[] _values = new double[PathChunk.Capacity];

        public override void Load(in Pass pass, ReadOnlySpan<int> paths)
        {
            if (_id != ColumnId.Violated)
            {
                _number.Compute(pass, paths, _values.AsSpan(0, paths.Length));
                return;
            }

            for (int i = 0; i < paths.Length; i++)
            {
                _values[i] = pass.Chunk.IsViolated(paths[i]) switch { true => 1, false => 0, null => double.NaN };
            }
        }

        public override void Write(PathKeys key, int index)
        {
            double value = _id switch
            {
                ColumnId.Constrained => double.IsNaN(_values[index]) ? 0 : 1,
                _ => _values[index],
            };
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
    }

    private sealed class TextKey(SortColumn column) : KeyColumn(column.IsDescending)
    {
        private readonly TextSource _source = FilterCompiler.Source(column.Column.Id);
        private readonly int[] _ids = new int[PathChunk.Capacity];
        private PathChunk? _chunk;

        public override void Load(in Pass pass, ReadOnlySpan<int> paths)
        {
            _chunk = pass.Chunk;
            _source.Ids(pass.Chunk, paths, _ids);
        }

        public override void Write(PathKeys key, int index)
        {
            ReadOnlySpan<byte> text = _ids[index] < 0 ? default : _source.Text(_chunk!, _ids[index]);
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
