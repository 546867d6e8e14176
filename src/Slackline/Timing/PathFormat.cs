namespace Slackline.Timing;

/// <summary>The form in which a path is printed: what <c>-format</c> asked for.</summary>
internal enum PathFormat : byte
{
    /// <summary>
    /// A heading, a table, or both: full, full_clock, full_clock_expanded, short (a heading alone) and <c>report_path</c> (a table
    /// alone). <see cref="PathShape"/> and the layout distinguish them.
    /// </summary>
    Full,

    /// <summary>A line of <c>-format end</c>: endpoint, required and arrival time, slack. Group and type stand above the list.</summary>
    End,

    /// <summary>
    /// A line of <c>-format summary</c>: startpoint, endpoint and slack (for an unconstrained path its arrival time; the text does not
    /// distinguish the two).
    /// </summary>
    Summary,

    /// <summary>
    /// A line of <c>-format slack_only</c>: path group and slack (for an unconstrained path its arrival time; the text does not distinguish
    /// the two).
    /// </summary>
    SlackOnly,

    /// <summary>An object of <c>-format json</c>.</summary>
    Json,
}
