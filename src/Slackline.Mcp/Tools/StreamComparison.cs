using System.ComponentModel;
using Slackline.Mcp.Streams;
using Slackline.Queries.Aggregates;
using Slackline.Timing;

namespace Slackline.Mcp.Tools;

/// <summary>What a change did to the endpoints of a design, for an agent.</summary>
internal sealed record StreamComparison
{
    [Description("The stream before the change.")]
    public required ComparedStream Before { get; init; }

    [Description("The stream after it.")]
    public required ComparedStream After { get; init; }

    [Description("Endpoints that violated and do not any more.")]
    public required ComparedEndpoints Fixed { get; init; }

    [Description("Endpoints that violate and did not before.")]
    public required ComparedEndpoints New { get; init; }

    [Description("Endpoints that violated and violate more.")]
    public required ComparedEndpoints Worse { get; init; }

    [Description("Endpoints that violated and violate less.")]
    public required ComparedEndpoints Better { get; init; }

    [Description("Endpoints whose slack changed by no more than the tolerance, or that violate in neither.")]
    public required int Unchanged { get; init; }

    [Description("What each place in a row is; null where the stream does not have the endpoint.")]
    public required IReadOnlyList<string> Columns { get; init; }

    [Description("What else is to know.")]
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>Compares two streams.</summary>
    public static StreamComparison Of(KeptStream before, EndpointSlacks old, KeptStream after, EndpointSlacks present, double tolerance, int maxRows)
    {
        var repaired = new List<Change>();
        var added = new List<Change>();
        var worse = new List<Change>();
        var better = new List<Change>();
        int unchanged = 0;
        foreach ((string Endpoint, PathType Type) key in old.Slacks.Keys.Union(present.Slacks.Keys))
        {
            EndpointSlack? then = old.Slacks.TryGetValue(key, out EndpointSlack oldSlack) ? oldSlack : null;
            EndpointSlack? now = present.Slacks.TryGetValue(key, out EndpointSlack newSlack) ? newSlack : null;
            double change = Math.Min(0, now?.Slack ?? 0) - Math.Min(0, then?.Slack ?? 0);
            List<Change>? kind = (then?.IsViolated == true, now?.IsViolated == true) switch
            {
                (true, false) => repaired,
                (false, true) => added,
                (true, true) when change < -tolerance => worse,
                (true, true) when change > tolerance => better,
                _ => null,
            };
            kind?.Add(new Change(key.Endpoint, key.Type, then?.Slack, now?.Slack, change));
            unchanged += kind is null ? 1 : 0;
        }

        var notes = new List<string>();
        if (before.CommandAlone != after.CommandAlone)
        {
            notes.Add($"the commands differ, which may change the endpoints that there are: {before.CommandAlone} | {after.CommandAlone}");
        }

        foreach ((KeptStream stream, EndpointSlacks slacks) in new[] { (before, old), (after, present) })
        {
            if (slacks.WithoutPin > 0)
            {
                notes.Add($"{slacks.WithoutPin} paths of stream {stream.Id} do not name the pin at which they end: all pins of an instance count as one endpoint there (-format full or end names it)");
            }
        }

        return new StreamComparison
        {
            Before = ComparedStream.Of(before, old),
            After = ComparedStream.Of(after, present),
            Fixed = Rows(repaired, maxRows),
            New = Rows(added, maxRows),
            Worse = Rows(worse, maxRows),
            Better = Rows(better, maxRows),
            Unchanged = unchanged,
            Columns = ["endpoint_pin", "type", "slack_before", "slack_after"],
            Notes = notes.Count == 0 ? null : notes,
        };
    }

    private static ComparedEndpoints Rows(List<Change> changes, int maxRows) => new()
    {
        Count = changes.Count,
        Rows =
        [
            .. changes.OrderByDescending(static change => Math.Abs(change.Amount)).ThenBy(static change => change.Endpoint, StringComparer.Ordinal).Take(maxRows)
                .Select(static change => (object?[])[change.Endpoint, change.Type == PathType.Min ? "min" : "max", Rounded(change.Before), Rounded(change.After)]),
        ],
    };

    private static double? Rounded(double? slack) => slack is { } known ? Math.Round(known, 6) : null;

    private sealed record Change(string Endpoint, PathType Type, double? Before, double? After, double Amount);
}

/// <summary>One of two compared streams.</summary>
internal sealed record ComparedStream
{
    [Description("The stream's id.")]
    public required string Stream { get; init; }

    [Description("Endpoints in it: pins, setup and hold counted apart.")]
    public required int Endpoints { get; init; }

    [Description("How many of them violate.")]
    public required int Violating { get; init; }

    [Description("Worst negative slack.")]
    public required double Wns { get; init; }

    [Description("Total negative slack.")]
    public required double Tns { get; init; }

    /// <summary>The totals of a stream.</summary>
    public static ComparedStream Of(KeptStream stream, EndpointSlacks slacks) => new()
    {
        Stream = stream.Id,
        Endpoints = slacks.Slacks.Count,
        Violating = slacks.Violating,
        Wns = Math.Round(slacks.Wns, 6),
        Tns = Math.Round(slacks.Tns, 6),
    };
}

/// <summary>The endpoints that changed in one way.</summary>
internal sealed record ComparedEndpoints
{
    [Description("How many there are.")]
    public required int Count { get; init; }

    [Description("The most changed of them.")]
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }
}
