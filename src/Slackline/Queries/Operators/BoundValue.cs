using System.Text;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Model;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Operators;

/// <summary>An expression ready to be read from chunks, whatever their units, with scratch memory of its own.</summary>
internal sealed class BoundValue(PathExpression expression)
{
    // A sum of decimals is off in its last bits.
    private const int SignificantDigits = 12;
    private const double Tiny = 1e-290;

    private TimingUnits? _units;
    private Number? _number;
    private TextSource? _text;
    private Scratch<double> _values = new();
    private Scratch<int> _ids = new();
    private Scratch<int> _items = new();
    private PathChunk? _chunk;

    public PathExpression Expression => expression;

    public bool IsText => expression.Kind == ColumnType.Text;

    /// <summary>Looks at some paths, or points of one path.</summary>
    public void Load(in Pass pass, ReadOnlySpan<int> items)
    {
        if (items.IsEmpty)
        {
            return;
        }

        _chunk = pass.Chunk;
        Bind(pass.Chunk.Units);
        if (_text is not null)
        {
            _text.Ids(pass.Chunk, items, _ids.Take(items.Length));
            return;
        }

        items.CopyTo(_items.Take(items.Length));
        Span<double> values = _values.Take(items.Length);
        _number!.Compute(pass, items, values);
        if (expression.Column is null)
        {
            foreach (ref double value in values)
            {
                value = Round(value);
            }
        }
    }

    /// <summary>The entry of a text in the chunk's dictionary: equal entries mean equal texts. Negative when blank.</summary>
    public int Entry(int index) => _ids.Take(index + 1)[index];

    /// <summary>The entries of the loaded items.</summary>
    public ReadOnlySpan<int> Entries(int count) => _ids.Take(count);

    /// <summary>How many entries that dictionary has.</summary>
    public int EntriesOf(PathChunk chunk)
    {
        Bind(chunk.Units);
        return _text!.Count(chunk);
    }

    /// <summary>The text of a loaded item, in UTF-8; empty when blank. Valid until the next load.</summary>
    public ReadOnlySpan<byte> Text(int index) => _ids.Take(index + 1)[index] is >= 0 and int id ? _text!.Text(_chunk!, id) : default;

    /// <summary>The number of a loaded item; NaN when blank.</summary>
    public double Number(int index) => _values.Take(index + 1)[index];

    /// <summary>The numbers of the loaded items; flags are 1 and 0.</summary>
    public ReadOnlySpan<double> Numbers(int count) => _values.Take(count);

    public ColumnValue Value(int index) => IsText
        ? new ColumnValue(ColumnType.Text, Encoding.UTF8.GetString(Text(index)), double.NaN)
        : expression.Column is { } slack && slack == PathSchema.Slack ? PathColumns.Value(slack, _chunk![_items.Take(index + 1)[index]])
        : new ColumnValue(expression.Kind, "", Number(index));

    /// <summary>A number without the rounding error in its last bits.</summary>
    public static double Round(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) < Tiny)
        {
            return double.IsFinite(value) ? 0 : value;
        }

        double scale = Math.Pow(10, SignificantDigits - 1 - Math.Floor(Math.Log10(Math.Abs(value))));
        double scaled = value * scale;
        return double.IsFinite(scaled) ? Math.Round(scaled) / scale : value;
    }

    private void Bind(TimingUnits units)
    {
        if (ReferenceEquals(units, _units) || units == _units)
        {
            return;
        }

        _units = units;
        CheckedValue value = expression.In(units);
        _text = value.Text is null ? null : FilterCompiler.Source(value.Text);
        _number = value.Number is null ? null : FilterCompiler.Compile(value.Number);
    }
}
