namespace Slackline.Mcp.Pages;

/// <summary>A page of a stream for an agent: columns once, rows compact.</summary>
internal sealed record PathPage
{
    /// <summary>The stream's id, for refine_stream, timing_summary and the like.</summary>
    public required string Stream { get; init; }

    /// <summary>
    /// running: more paths may come. paused: as running, it waits for disk space. complete: these are all. cancelled, faulted, interrupted:
    /// no more will come, what came can be read.
    /// </summary>
    public required string State { get; init; }

    /// <summary>The number of the first path of this page in the stream, from 0. explain_path takes such numbers.</summary>
    public required long First { get; init; }

    /// <summary>
    /// The names of the values in a row. Times are in the design's time unit. clocks is "launching &gt; capturing", null where both are the
    /// clock of the group's name or there are none. violated is true where the slack is printed 0 and the tool calls it violated.
    /// startpoint and endpoint, the instances, stand only where the report does not name the pins. depth is the number of stages of the
    /// data; points are those of the data.
    /// </summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Columns that have the same value in all rows of this page, and are left out of them.</summary>
    public IReadOnlyDictionary<string, object>? Same { get; init; }

    /// <summary>With detail=points: the names of the values in a point. The last value of a row is then its array of points.</summary>
    public IReadOnlyList<string>? PointColumns { get; init; }

    /// <summary>The paths in the order of the tool: path group after path group, in each the worst first.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }

    /// <summary>With detail=text: the paths as the tool prints them.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>Give it to next_page for what follows; absent on the last page. It stays valid after a restart of the server.</summary>
    public string? NextCursor { get; init; }

    /// <summary>
    /// Why the page has fewer rows than page_size: max_tokens (it was cut to the budget), or waiting (no more had come yet; ask again).
    /// </summary>
    public string? Cut { get; init; }

    /// <summary>Totals so far.</summary>
    public required StreamTotals Totals { get; init; }

    /// <summary>How the query is executed; on the first page.</summary>
    public string? Plan { get; init; }

    /// <summary>Warnings and errors of the tool, and other notes.</summary>
    public IReadOnlyList<string>? Notes { get; init; }
}

/// <summary>How much there is so far.</summary>
internal sealed record StreamTotals
{
    /// <summary>Paths in the stream: those that match.</summary>
    public required long Matched { get; init; }

    /// <summary>Paths that were looked at.</summary>
    public long? Read { get; init; }
}
