using Slackline.Queries.Aggregates;
using Slackline.Service.Comparisons;
using Slackline.Service.Streams;
using Slackline.Timing;

namespace Slackline.Mcp.Tools;

/// <summary>What a change did to the endpoints of a design, for an agent.</summary>
internal sealed record StreamComparison
{
    /// <summary>The stream before the change.</summary>
    public required ComparedStream Before { get; init; }

    /// <summary>The stream after it.</summary>
    public required ComparedStream After { get; init; }

    /// <summary>Endpoints that violated and do not any more.</summary>
    public required ComparedEndpoints Fixed { get; init; }

    /// <summary>Endpoints that violate and did not before.</summary>
    public required ComparedEndpoints New { get; init; }

    /// <summary>Endpoints that violated and violate more.</summary>
    public required ComparedEndpoints Worse { get; init; }

    /// <summary>Endpoints that violated and violate less.</summary>
    public required ComparedEndpoints Better { get; init; }

    /// <summary>Endpoints whose slack changed by no more than the tolerance, or that violate in neither.</summary>
    public required int Unchanged { get; init; }

    /// <summary>The names of the values in a row; null where the stream does not have the endpoint.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Other notes.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>Compares two streams.</summary>
    public static StreamComparison Of(
        KeptStream before, ComparedPaths old, KeptStream after, ComparedPaths present, double tolerance, int maxRows)
    {
        var changes = EndpointChanges.Between(old.Slacks, present.Slacks, tolerance);
        var notes = new List<string>();
        if (before.Pages.Command != after.Pages.Command)
        {
            notes.Add(
                $"the commands differ, which may change the endpoints that there are: {before.Pages.Command} | {after.Pages.Command}");
        }

        foreach ((KeptStream stream, ComparedPaths paths) in new[] { (before, old), (after, present) })
        {
            if (paths.Note is { } note)
            {
                notes.Add($"stream {stream.Id}: {note}");
            }
        }

        return new StreamComparison
        {
            Before = ComparedStream.Of(before, old.Slacks),
            After = ComparedStream.Of(after, present.Slacks),
            Fixed = Rows(changes.Of(EndpointChangeKind.Fixed), maxRows),
            New = Rows(changes.Of(EndpointChangeKind.New), maxRows),
            Worse = Rows(changes.Of(EndpointChangeKind.Worse), maxRows),
            Better = Rows(changes.Of(EndpointChangeKind.Better), maxRows),
            Unchanged = changes.Unchanged,
            Columns = ["endpoint_pin", "path_type", "slack_before", "slack_after"],
            Notes = notes.Count == 0 ? null : notes,
        };
    }

    private static ComparedEndpoints Rows(IReadOnlyList<EndpointChange> changes, int maxRows) => new()
    {
        Count = changes.Count,
        Rows =
        [
            .. changes.Take(maxRows).Select(
                static change => (object?[])[change.Endpoint, change.Type.Word(), Rounded(change.Before), Rounded(change.After)]),
        ],
    };

    private static double? Rounded(double? slack) => slack is { } known ? Math.Round(known, 6) : null;
}

/// <summary>One of two compared streams.</summary>
internal sealed record ComparedStream
{
    /// <summary>The stream's id.</summary>
    public required string Stream { get; init; }

    /// <summary>Endpoints in it: pins, setup and hold counted apart.</summary>
    public required int Endpoints { get; init; }

    /// <summary>How many of them violate.</summary>
    public required int Violating { get; init; }

    /// <summary>Worst negative slack.</summary>
    public required double Wns { get; init; }

    /// <summary>Total negative slack.</summary>
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
    /// <summary>How many there are.</summary>
    public required int Count { get; init; }

    /// <summary>The most changed of them.</summary>
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }
}
