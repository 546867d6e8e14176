namespace Slackline.Streams.Paging;

/// <summary>Which page is wanted.</summary>
public sealed record PageRequest
{
    /// <summary>The most paths that one page can have.</summary>
    public const int MaxSize = 10_000;

    /// <summary>A cursor of the stream; null for its beginning.</summary>
    public string? Cursor { get; init; }

    /// <summary>The number of paths, 1 to <see cref="MaxSize"/>. 1,000 by default.</summary>
    public int Size { get; init; } = 1_000;

    /// <summary>
    /// How long to wait for paths that the stream has not produced yet; after that the page holds what there is. No wait by default.
    /// </summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Whether the paths come with the rows of their tables. Without them a page is read much faster.</summary>
    public bool WithPoints { get; init; } = true;
}
