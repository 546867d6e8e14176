namespace Slackline.Mcp;

/// <summary>Bounds on what one client may hold.</summary>
public sealed record ServerLimits
{
    /// <summary>Sessions that may be open at once. 4 unless set.</summary>
    public int MaxSessions { get; init; } = 4;

    /// <summary>Streams that may run at once. 16 unless set.</summary>
    public int MaxRunningStreams { get; init; } = 16;

    /// <summary>
    /// Streams that are held open; of those that have ended, the ones unused longest are let go (and can be opened again by their id). 64
    /// unless set.
    /// </summary>
    public int MaxOpenStreams { get; init; } = 64;

    /// <summary>Endpoints that a comparison may look at, in each stream. 500,000 unless set.</summary>
    public int MaxComparedEndpoints { get; init; } = 500_000;

    /// <summary>Characters of a command. 10,000 unless set.</summary>
    public int MaxCommandLength { get; init; } = 10_000;

    /// <summary>Bytes of a report that is kept for its resource. 10 MB unless set.</summary>
    public int MaxReportBytes { get; init; } = 10_000_000;

    /// <summary>Reports that are kept. 16 unless set.</summary>
    public int MaxReports { get; init; } = 16;
}
