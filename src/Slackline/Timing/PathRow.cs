using System.Text;

namespace Slackline.Timing;

/// <summary>One row of a path's table: a view into its chunk, valid as long as its <see cref="TimingPath"/>.</summary>
public readonly struct PathRow
{
    private readonly PathChunk _chunk;
    private readonly long _content;
    private readonly int _path;
    private readonly int _row;

    internal PathRow(PathChunk chunk, int path, int row)
    {
        _chunk = chunk;
        _content = chunk.Content;
        _path = path;
        _row = row;
    }

    private PathChunk Chunk => _chunk.Content == _content ? _chunk : throw PathChunk.Reused();

    /// <summary>How the row is laid out.</summary>
    internal RowForm Form => Chunk.RowForm[_row];

    /// <summary>The kind of the row's description.</summary>
    internal DescriptionKind Kind => Chunk.RowDescription[_row] is >= 0 and int id ? Chunk.Descriptions.Kind(id) : DescriptionKind.Other;

    /// <summary>The Description column's text; empty for blank lines and separators.</summary>
    public string Description => Text(static (table, id) => table[id]);

    /// <summary>The pin, net or clock that the row names; empty when it names none.</summary>
    public string Name => Text(static (table, id) => table.Name(id));

    /// <summary>The library cell of a pin's row, or a port's direction, which JSON does not say; otherwise empty.</summary>
    public string Cell => Chunk.IsJsonPort(_row) ? "" : Text(static (table, id) => table.Cell(id));

    /// <summary>Which part of the path it is on.</summary>
    public PathPart Part => Chunk.PartOf(_path, _row);

    /// <summary>The edge that arrives.</summary>
    public Transition Transition => Chunk.RowTransition[_row];

    /// <summary>Delay of this row in the tool's time unit; NaN when blank.</summary>
    public double Delay => Chunk.RowDelay[_row];

    /// <summary>Time since the start in the tool's time unit; NaN when blank.</summary>
    public double Time => Chunk.EffectiveTime(_path, _row);

    /// <summary>Slew in the tool's time unit; NaN when blank or not reported.</summary>
    public double Slew => At(Chunk.RowSlew);

    /// <summary>
    /// Load capacitance in the tool's capacitance unit, also where it stands in the row of the pin's net (2.0.17); NaN when blank or not
    /// reported.
    /// </summary>
    public double Capacitance => Chunk.CapacitanceOf(_row);

    /// <summary>Variation of the delay in the tool's time unit; NaN when blank or not reported.</summary>
    public double Variation => At(Chunk.RowVariation);

    /// <summary>
    /// What a statistical delay gives besides its mean, in the tool's time unit; <see cref="Spread.None"/> for a plain number.
    /// </summary>
    public Spread DelaySpread => At(Chunk.RowDelaySpread);

    /// <summary>That of the time since the start, likewise.</summary>
    public Spread TimeSpread => At(Chunk.RowTimeSpread);

    /// <summary>That of the slew, likewise.</summary>
    public Spread SlewSpread => At(Chunk.RowSlewSpread);

    /// <summary>Number of loads, also where it stands in the row of the pin's net (2.0.17); null when blank or not reported.</summary>
    public int? Fanout => Chunk.FanoutOf(_row) is >= 0 and int fanout ? fanout : null;

    /// <summary>The Src Attr (or Orig Name) column; empty when blank or not reported.</summary>
    public string Attribute => Chunk.RowAttribute is { IsEmpty: false } attribute && attribute[_row] >= 0
        ? Chunk.Names.GetString(attribute[_row])
        : "";

    private double At(ReadOnlySpan<double> column) => column.IsEmpty ? double.NaN : column[_row];

    private Spread At(ReadOnlySpan<Spread> column) => column.IsEmpty ? Spread.None : column[_row];

    private delegate ReadOnlySpan<byte> TextOf(DescriptionTable descriptions, int id);

    private string Text(TextOf part) =>
        Chunk.RowDescription[_row] is >= 0 and int id ? Encoding.UTF8.GetString(part(Chunk.Descriptions, id)) : "";
}
