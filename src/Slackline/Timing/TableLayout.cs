namespace Slackline.Timing;

/// <summary>The content of a column of a path's table.</summary>
internal enum ColumnKind : byte
{
    /// <summary>Number of loads of the driver (<c>-fields fanout</c>; on 2.0.17 with <c>net</c>).</summary>
    Fanout,

    /// <summary>Load capacitance, in the tool's capacitance unit (<c>-fields capacitance</c>).</summary>
    Capacitance,

    /// <summary>Slew (transition time), in the tool's time unit (<c>-fields slew</c>).</summary>
    Slew,

    /// <summary>Delay of this row, in the tool's time unit.</summary>
    Delay,

    /// <summary>Statistical variation of the delay (<c>-fields variation</c>), in the tool's time unit.</summary>
    Variation,

    /// <summary>Time since the start of the path (Time, or Total in older versions), in the tool's time unit.</summary>
    Time,

    /// <summary>The edge, one character wide and without a title.</summary>
    Edge,

    /// <summary>The Description column.</summary>
    Description,

    /// <summary>A column of text after the description: Src Attr, or Orig Name in OpenROAD; <c>verilog_src</c> in JSON.</summary>
    Attribute,

    /// <summary>JSON: the instance of the point's pin; empty for a port.</summary>
    Instance,

    /// <summary>JSON: where the point is placed, in metres.</summary>
    X,

    /// <inheritdoc cref="X"/>
    Y,
}

/// <summary>A column of a path's table.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Title">The title above it.</param>
/// <param name="Width">Characters that its cells are padded to.</param>
internal sealed record TableColumn(ColumnKind Kind, string Title, int Width);

/// <summary>
/// The columns of a path's table as <c>report_checks -fields … -digits …</c> (or the tool's own settings of field
/// widths) laid them out: all that is needed to put numbers back where they were.
/// </summary>
internal sealed class TableLayout
{
    /// <summary>OpenSTA draws its separator this much wider than the columns' widths added up.</summary>
    internal const int SeparatorExcess = 6;

    internal TableLayout(IReadOnlyList<TableColumn> columns)
    {
        Columns = columns;
        Kinds = new ColumnKind[columns.Count];
        Widths = new int[columns.Count];
        for (int i = 0; i < columns.Count; i++)
        {
            TableColumn column = columns[i];
            Kinds[i] = column.Kind;
            Widths[i] = column.Width;
            SeparatorWidth += column.Width;
            Has |= 1 << (int)column.Kind;
            if (column.Kind == ColumnKind.Description)
            {
                DescriptionWidth = column.Width;
            }
            else if (column.Kind == ColumnKind.Time)
            {
                TimeWidth = column.Width;
            }
        }

        SeparatorWidth += SeparatorExcess;
    }

    /// <summary>The columns from left to right.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>How many dashes a separator line has.</summary>
    public int SeparatorWidth { get; }

    /// <summary>The width of the Description column.</summary>
    public int DescriptionWidth { get; }

    /// <summary>The width of the Time column.</summary>
    public int TimeWidth { get; }

    /// <summary>How many dashes a separator of the time borrowing table has.</summary>
    public int TotalSeparatorWidth => DescriptionWidth + TimeWidth + 1;

    /// <summary>The columns' kinds, for the reader's inner loop.</summary>
    internal ColumnKind[] Kinds { get; }

    /// <summary>The columns' widths, likewise.</summary>
    internal int[] Widths { get; }

    private int Has { get; }

    /// <summary>Whether the table has a column of this kind.</summary>
    public bool Contains(ColumnKind kind) => (Has & (1 << (int)kind)) != 0;
}
