namespace Slackline.Streams.Spooling;

/// <summary>The two tables of a spool; each segment has a file of each.</summary>
internal enum SpoolTable
{
    /// <summary>One row a path.</summary>
    Paths,

    /// <summary>One row a row of a path's printed table.</summary>
    Points,
}
