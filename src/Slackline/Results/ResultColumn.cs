using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Arrow;
using Slackline.Queries;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Operators;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Results;

/// <summary>A column of a query's result, filled from the paths, or the points, that were selected of a chunk.</summary>
internal static class ResultColumn
{
    /// <summary>The column of an expression.</summary>
    /// <param name="expression">A column or an expression, of paths or of points.</param>
    /// <param name="units">The units of the result's numbers.</param>
    public static ArrowColumn Of(PathExpression expression, TimingUnits units) => expression.Kind switch
    {
        ColumnType.Text => new ResultTexts(expression),
        ColumnType.Flag => new ResultFlags(expression),
        ColumnType.Count when IsWhole(expression) => new ResultCounts(expression),
        _ => new ResultNumbers(expression, units),
    };

    /// <summary>Its name in the result: columns of points have theirs without <c>point.</c>, for they stand in a table of points.</summary>
    public static string NameOf(PathExpression expression) => expression.Column?.Field ?? expression.Name;

    // Only the schema's own counts are whole numbers; an expression such as arrival / depth is a plain number, too.
    private static bool IsWhole(PathExpression expression) =>
        expression.Column is { } column && PathSchema.Columns.Find(column.Name) == column;
}

/// <summary>A column of texts: each text once in a dictionary that the batch has, and for each path its place there.</summary>
internal sealed class ResultTexts(PathExpression expression) : ArrowColumn(ResultColumn.NameOf(expression), s_type)
{
    private const int Unknown = -2;
    private const int Blank = -1;

    private static readonly DictionaryType s_type = new(Int32Type.Default, StringType.Default, ordered: false);

    private readonly BoundValue _values = new(expression);
    private readonly NameTable _texts = new();
    private Scratch<int> _known = new();
    private byte[] _indexes = [];
    private byte[] _bytes = [];
    private byte[] _offsets = [];
    private long _pass;

    /// <inheritdoc/>
    public override IArrowArray ToArray(int length)
    {
        ArrayData indexes = ToData(length, new ArrowBuffer(_indexes.AsMemory(0, length * sizeof(int))));
        return new DictionaryArray(
            new ArrayData(s_type, indexes.Length, indexes.NullCount, 0, indexes.Buffers, null, Dictionary().Data));
    }

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        _texts.Clear();
        Room(ref _indexes, items.Length * sizeof(int));
        Span<int> indexes = MemoryMarshal.Cast<byte, int>(_indexes.AsSpan())[..items.Length];
        if (items.IsEmpty)
        {
            return;
        }

        _values.Load(new Pass(chunk, ++_pass), items);
        Span<int> known = _known.Take(_values.EntriesOf(chunk));
        known.Fill(Unknown);
        ReadOnlySpan<int> entries = _values.Entries(items.Length);
        for (int i = 0; i < entries.Length; i++)
        {
            int entry = entries[i];
            if (entry >= 0 && known[entry] == Unknown)
            {
                // Two entries of a chunk may have one text: two startpoints of one clock.
                ReadOnlySpan<byte> text = _values.Text(i);
                known[entry] = text.IsEmpty ? Blank : _texts.Intern(text);
            }

            if (entry < 0 || known[entry] < 0)
            {
                indexes[i] = 0;
                SetNull(i);
            }
            else
            {
                indexes[i] = known[entry];
            }
        }
    }

    private StringArray Dictionary()
    {
        Room(ref _offsets, (_texts.Count + 1) * sizeof(int));
        Span<int> offsets = MemoryMarshal.Cast<byte, int>(_offsets.AsSpan());
        int end = 0;
        offsets[0] = 0;
        for (int id = 0; id < _texts.Count; id++)
        {
            ReadOnlySpan<byte> text = _texts[id];
            int most = LosslessUtf8.IsPlain(text) ? text.Length : LosslessUtf8.MaxEncodedLength(text.Length);
            if (_bytes.Length < end + most)
            {
                System.Array.Resize(ref _bytes, Math.Max(4096, 2 * (end + most)));
            }

            end += Write(text, _bytes.AsSpan(end));
            offsets[id + 1] = end;
        }

        return new StringArray(new ArrayData(
            StringType.Default,
            _texts.Count,
            0,
            0,
            [
                ArrowBuffer.Empty,
                new ArrowBuffer(_offsets.AsMemory(0, (_texts.Count + 1) * sizeof(int))),
                new ArrowBuffer(_bytes.AsMemory(0, end)),
            ]));
    }

    // Readers of Arrow insist on UTF-8: another byte shows as U+FFFD, as it does in JSON.
    private static int Write(ReadOnlySpan<byte> text, Span<byte> to)
    {
        if (System.Text.Unicode.Utf8.IsValid(text))
        {
            text.CopyTo(to);
            return text.Length;
        }

        return System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(text), to);
    }

    private static void Room(ref byte[] bytes, int length)
    {
        if (bytes.Length < length)
        {
            bytes = new byte[length + (length / 4)];
        }
    }
}

/// <summary>A column of times, capacitances, or plain numbers, in the units of the result.</summary>
internal sealed class ResultNumbers(PathExpression expression, TimingUnits units)
    : ArrowNumberColumn<double>(ResultColumn.NameOf(expression), DoubleType.Default)
{
    private readonly BoundValue _values = new(expression);
    private long _pass;

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        if (items.IsEmpty)
        {
            return;
        }

        Span<double> values = Values[..items.Length];
        if (expression.Column == PathSchema.Slack)
        {
            for (int i = 0; i < items.Length; i++)
            {
                values[i] = PathSchema.Slack.Source.Shown(chunk, items[i]);
            }
        }
        else
        {
            _values.Load(new Pass(chunk, ++_pass), items);
            _values.Numbers(items.Length).CopyTo(values);
        }

        Convert(values, chunk.Units);
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                SetBlank(i);
            }
        }
    }

    // Several reports of one result may have different units.
    private void Convert(Span<double> values, TimingUnits from)
    {
        int exponent = expression.Kind switch
        {
            ColumnType.Time => from.TimeExponent - units.TimeExponent,
            ColumnType.Capacitance => from.CapacitanceExponent - units.CapacitanceExponent,
            _ => 0,
        };
        if (exponent == 0)
        {
            return;
        }

        double factor = Math.Pow(10, exponent);
        foreach (ref double value in values)
        {
            value = BoundValue.Round(value * factor);
        }
    }
}

/// <summary>A column of whole numbers.</summary>
internal sealed class ResultCounts(PathExpression expression)
    : ArrowNumberColumn<int>(ResultColumn.NameOf(expression), Int32Type.Default)
{
    private readonly BoundValue _values = new(expression);
    private long _pass;

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        if (items.IsEmpty)
        {
            return;
        }

        _values.Load(new Pass(chunk, ++_pass), items);
        ReadOnlySpan<double> counts = _values.Numbers(items.Length);
        Span<int> values = Values;
        for (int i = 0; i < counts.Length; i++)
        {
            if (double.IsNaN(counts[i]))
            {
                SetBlank(i);
            }
            else
            {
                values[i] = (int)counts[i];
            }
        }
    }
}

/// <summary>A column of conditions.</summary>
internal sealed class ResultFlags(PathExpression expression) : ArrowBitColumn(ResultColumn.NameOf(expression))
{
    private readonly BoundValue _values = new(expression);
    private long _pass;

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        if (items.IsEmpty)
        {
            return;
        }

        _values.Load(new Pass(chunk, ++_pass), items);
        ReadOnlySpan<double> flags = _values.Numbers(items.Length);
        for (int i = 0; i < flags.Length; i++)
        {
            if (double.IsNaN(flags[i]))
            {
                SetNull(i);
            }
            else if (flags[i] != 0)
            {
                Set(i);
            }
        }
    }
}
