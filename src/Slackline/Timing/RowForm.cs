namespace Slackline.Timing;

/// <summary>How a row of a path's table is laid out.</summary>
public enum RowForm : byte
{
    /// <summary>Cells under the table's column titles.</summary>
    Cells,

    /// <summary>An empty line between two parts of the table.</summary>
    Blank,

    /// <summary>A line of dashes across the table.</summary>
    Separator,

    /// <summary>A sentence of its own: <c>(Path is unconstrained)</c>, <c>Time Borrowing Information</c>.</summary>
    Sentence,

    /// <summary>A description on the left and one time on the right, as in the time borrowing table of a latch.</summary>
    Total,

    /// <summary>A line of dashes across the time borrowing table.</summary>
    TotalSeparator,
}
