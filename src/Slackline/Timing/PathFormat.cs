namespace Slackline.Timing;

/// <summary>The form in which a path is printed: what <c>-format</c> asked for.</summary>
public enum PathFormat : byte
{
    /// <summary>
    /// A heading, a table, or both: full, full_clock, full_clock_expanded, short (a heading alone) and <c>report_path</c> (a table alone).
    /// <see cref="PathShape"/> and the layout tell which.
    /// </summary>
    Full,

    /// <summary>A line of <c>-format end</c>: endpoint, required and arrival time, slack. Group and type stand above the list.</summary>
    End,

    /// <summary>A line of <c>-format summary</c>: startpoint, endpoint and slack (of an unconstrained path its arrival time, which nothing tells apart).</summary>
    Summary,

    /// <summary>A line of <c>-format slack_only</c>: path group and slack (of an unconstrained path its arrival time, which nothing tells apart).</summary>
    SlackOnly,

    /// <summary>An object of <c>-format json</c>.</summary>
    Json,
}
