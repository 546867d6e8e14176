namespace Slackline.Queries.Operators;

/// <summary>A query came upon more different keys than it may remember. What it gave before is right, and all that it gives.</summary>
public sealed class QueryLimitException : InvalidOperationException
{
    internal QueryLimitException(string message, int limit)
        : base(message) => Limit = limit;

    /// <summary>How many keys it may remember.</summary>
    public int Limit { get; }
}
