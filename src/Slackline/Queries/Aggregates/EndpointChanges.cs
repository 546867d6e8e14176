using Slackline.Timing;

namespace Slackline.Queries.Aggregates;

/// <summary>
/// What changed between two streams, endpoint by endpoint, setup and hold apart. An endpoint that a stream does not have counts as not
/// violating there: so both must be of the same command, whole, and filtered alike.
/// </summary>
internal sealed class EndpointChanges
{
    private readonly Dictionary<EndpointChangeKind, List<EndpointChange>> _changes = Enum.GetValues<EndpointChangeKind>().ToDictionary(
        static kind => kind, static _ => new List<EndpointChange>());

    private EndpointChanges()
    {
    }

    /// <summary>Endpoints whose slack changed by no more than the tolerance, or that violate in neither.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Endpoints that only the first stream has.</summary>
    public int OnlyBefore { get; private set; }

    /// <summary>Endpoints that only the second stream has.</summary>
    public int OnlyAfter { get; private set; }

    /// <summary>The endpoints that changed in one way, the most changed first.</summary>
    public IReadOnlyList<EndpointChange> Of(EndpointChangeKind kind) => _changes[kind];

    /// <summary>Compares two streams.</summary>
    /// <param name="before">The slacks before a change.</param>
    /// <param name="after">Those after it, in the same unit.</param>
    /// <param name="tolerance">By how much a slack may change and still count as the same.</param>
    public static EndpointChanges Between(EndpointSlacks before, EndpointSlacks after, double tolerance = 0)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var changes = new EndpointChanges();
        foreach ((string Endpoint, PathType Type) key in before.Slacks.Keys.Union(after.Slacks.Keys))
        {
            EndpointSlack? then = before.Slacks.TryGetValue(key, out EndpointSlack old) ? old : null;
            EndpointSlack? now = after.Slacks.TryGetValue(key, out EndpointSlack present) ? present : null;
            changes.OnlyBefore += now is null ? 1 : 0;
            changes.OnlyAfter += then is null ? 1 : 0;
            var change = new EndpointChange(key.Endpoint, key.Type, then?.Slack, now?.Slack);
            EndpointChangeKind? kind = (then?.IsViolated == true, now?.IsViolated == true) switch
            {
                (true, false) => EndpointChangeKind.Fixed,
                (false, true) => EndpointChangeKind.New,
                (true, true) when change.Amount < -tolerance => EndpointChangeKind.Worse,
                (true, true) when change.Amount > tolerance => EndpointChangeKind.Better,
                _ => null,
            };
            if (kind is { } known)
            {
                changes._changes[known].Add(change);
            }
            else
            {
                changes.Unchanged++;
            }
        }

        foreach (List<EndpointChange> list in changes._changes.Values)
        {
            list.Sort(
                static (a, b) =>
                    Math.Abs(b.Amount).CompareTo(Math.Abs(a.Amount)) is not 0 and var order
                        ? order
                        : string.CompareOrdinal(a.Endpoint, b.Endpoint));
        }

        return changes;
    }
}

/// <summary>In which way an endpoint changed.</summary>
internal enum EndpointChangeKind
{
    /// <summary>It violates and did not before.</summary>
    New,

    /// <summary>It violated and violates more.</summary>
    Worse,

    /// <summary>It violated and violates less.</summary>
    Better,

    /// <summary>It violated before and no longer does.</summary>
    Fixed,
}

/// <summary>An endpoint that changed.</summary>
/// <param name="Endpoint">Its pin, or its instance where the report does not name the pin.</param>
/// <param name="Type">The side of the check.</param>
/// <param name="Before">Its worst slack before; null where it was not there.</param>
/// <param name="After">Its worst slack after; null when the endpoint no longer exists.</param>
internal sealed record EndpointChange(string Endpoint, PathType Type, double? Before, double? After)
{
    /// <summary>By how much its negative slack changed: less than 0 for the worse.</summary>
    public double Amount => Math.Min(0, After ?? 0) - Math.Min(0, Before ?? 0);
}
