using System.Text;

namespace Slackline.Timing;

/// <summary>One row of a path's table: a view into its chunk.</summary>
public readonly struct PathRow
{
    private readonly PathChunk _chunk;
    private readonly int _path;
    private readonly int _row;

    internal PathRow(PathChunk chunk, int path, int row)
    {
        _chunk = chunk;
        _path = path;
        _row = row;
    }

    /// <summary>How the row is laid out.</summary>
    public RowForm Form => _chunk.RowForm[_row];

    /// <summary>What the row speaks of.</summary>
    public DescriptionKind Kind => _chunk.RowDescription[_row] is >= 0 and int id ? _chunk.Descriptions.Kind(id) : DescriptionKind.Other;

    /// <summary>The Description column's text; empty for blank lines and separators.</summary>
    public string Description => Text(static (table, id) => table[id]);

    /// <summary>The pin, net or clock that the row names; empty when it names none.</summary>
    public string Name => Text(static (table, id) => table.Name(id));

    /// <summary>The library cell of a pin's row, or a port's direction, which JSON does not say; otherwise empty.</summary>
    public string Cell => _chunk.IsJsonPort(_row) ? "" : Text(static (table, id) => table.Cell(id));

    /// <summary>Which part of the path it is on.</summary>
    public PathPart Part => _chunk.PartOf(_path, _row);

    /// <summary>The edge that arrives.</summary>
    public Transition Transition => _chunk.RowTransition[_row];

    /// <summary>Delay of this row in the tool's time unit; NaN when blank.</summary>
    public double Delay => _chunk.RowDelay[_row];

    /// <summary>Time since the start in the tool's time unit; NaN when blank.</summary>
    public double Time => _chunk.EffectiveTime(_path, _row);

    /// <summary>Slew in the tool's time unit; NaN when blank or not reported.</summary>
    public double Slew => At(_chunk.RowSlew);

    /// <summary>Load capacitance in the tool's capacitance unit, also where it stands in the row of the pin's net (2.0.17); NaN when blank or not reported.</summary>
    public double Capacitance => _chunk.CapacitanceOf(_row);

    /// <summary>Variation of the delay in the tool's time unit; NaN when blank or not reported.</summary>
    public double Variation => At(_chunk.RowVariation);

    /// <summary>What a statistical delay says beside its mean, in the tool's time unit; <see cref="Spread.None"/> for a plain number.</summary>
    public Spread DelaySpread => At(_chunk.RowDelaySpread);

    /// <summary>That of the time since the start, likewise.</summary>
    public Spread TimeSpread => At(_chunk.RowTimeSpread);

    /// <summary>That of the slew, likewise.</summary>
    public Spread SlewSpread => At(_chunk.RowSlewSpread);

    /// <summary>Number of loads, also where it stands in the row of the pin's net (2.0.17); null when blank or not reported.</summary>
    public int? Fanout => _chunk.FanoutOf(_row) is >= 0 and int fanout ? fanout : null;

    /// <summary>The Src Attr (or Orig Name) column; empty when blank or not reported.</summary>
    public string Attribute => _chunk.RowAttribute is { IsEmpty: false } attribute && attribute[_row] >= 0
        ? _chunk.Names.GetString(attribute[_row])
        : "";

    private double At(ReadOnlySpan<double> column) => column.IsEmpty ? double.NaN : column[_row];

    private Spread At(ReadOnlySpan<Spread> column) => column.IsEmpty ? Spread.None : column[_row];

    private delegate ReadOnlySpan<byte> TextOf(DescriptionTable descriptions, int id);

    private string Text(TextOf part) => _chunk.RowDescription[_row] is >= 0 and int id ? Encoding.UTF8.GetString(part(_chunk.Descriptions, id)) : "";
}
