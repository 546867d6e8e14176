namespace Slackline.Queries.Operators;

/// <summary>A query would have to remember more than it may. What it gave before is right, and all that it gives.</summary>
public sealed class QueryLimitException : InvalidOperationException
{
    internal QueryLimitException(string message, long limit, bool isInBytes = false)
        : base(message)
    {
        Limit = limit;
        IsInBytes = isInBytes;
    }

    /// <summary>How much it may remember.</summary>
    public long Limit { get; }

    /// <summary>Whether the limit is one of memory, in bytes; otherwise it counts different keys.</summary>
    public bool IsInBytes { get; }
}
