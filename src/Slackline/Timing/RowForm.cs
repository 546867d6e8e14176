namespace Slackline.Timing;

/// <summary>How a row of a path's table is laid out.</summary>
internal enum RowForm : byte
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

    /// <summary>
    /// JSON: a list of points begins, whose name is the description: <c>source_clock_path</c>, <c>source_path</c>,
    /// <c>target_clock_path</c>, <c>path</c>.
    /// </summary>
    Section,

    /// <summary>JSON: a point.</summary>
    Point,

    /// <summary>JSON: the net of the point above.</summary>
    PointNet,

    /// <summary>JSON: a pin of the hierarchy at the point above (<c>hier_pins</c>).</summary>
    HierarchicalPin,

    /// <summary>JSON: a list of points ends; where the data do, the description is <c>data arrival time</c>.</summary>
    SectionEnd,

    /// <summary>
    /// JSON: a number of the path that has no column, with its key as description: <c>crpr</c>, <c>margin</c>, <c>path_delay</c>,
    /// <c>multi_cycle_path</c>.
    /// </summary>
    Field,
}
