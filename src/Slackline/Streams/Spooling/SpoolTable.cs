namespace Slackline.Streams.Spooling;

/// <summary>The two tables of a spool; each segment has a file of each.</summary>
internal enum SpoolTable
{
    /// <summary>One row for each path.</summary>
    Paths,

    /// <summary>One row for each row of a path's printed table.</summary>
    Points,
}
