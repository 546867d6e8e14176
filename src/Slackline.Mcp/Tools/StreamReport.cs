using Slackline.Mcp.Pages;
using Slackline.Service.Streams;
using Slackline.Streams;

namespace Slackline.Mcp.Tools;

/// <summary>How a stream is doing, for an agent.</summary>
internal sealed record StreamReport
{
    /// <summary>The stream's id.</summary>
    public required string Stream { get; init; }

    /// <summary>The command, and after `where` the condition that its paths meet.</summary>
    public required string Command { get; init; }

    /// <summary>The design that it is of, by the name given to open_session.</summary>
    public string? Design { get; init; }

    /// <summary>running, paused, complete, cancelled, faulted or interrupted.</summary>
    public required string State { get; init; }

    /// <summary>The units of its times and capacitances; absent until a path has come.</summary>
    public string? Units { get; init; }

    /// <summary>Totals so far.</summary>
    public required StreamTotals Totals { get; init; }

    /// <summary>Bytes that the tool has printed.</summary>
    public long? OutputBytes { get; init; }

    /// <summary>Seconds since the start, until the end.</summary>
    public double? Seconds { get; init; }

    /// <summary>The consumer that the tool waits for, when it waits.</summary>
    public string? PausedBy { get; init; }

    /// <summary>The session in which it runs.</summary>
    public string? Session { get; init; }

    /// <summary>The stream that this one narrows.</summary>
    public string? RefinedFrom { get; init; }

    /// <summary>How it is executed.</summary>
    public required string Plan { get; init; }

    /// <summary>A cursor for its first page.</summary>
    public required string FirstCursor { get; init; }

    /// <summary>Warnings and errors of the tool, and other notes.</summary>
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>How a stream is doing now.</summary>
    public static StreamReport Of(KeptStream stream)
    {
        StreamStatus? status = stream.Pages.Source;
        IReadOnlyList<string> notes = stream.Notes;
        return new StreamReport
        {
            Stream = stream.Id,
            Command = stream.Pages.Description,
            Design = stream.Pages.Design,
            Units = stream.Pages.Units?.ToString(),
            State = stream.State.Word(),
            Totals = new StreamTotals { Matched = stream.Paths, Read = stream.PathsSeen },
            OutputBytes = stream.OutputBytes,
            Seconds = status is null ? null : Math.Round(status.Elapsed.TotalSeconds, 1),
            PausedBy = status?.PausedBy,
            Session = stream.Session,
            RefinedFrom = stream.RefinedFrom,
            Plan = stream.Plan,
            FirstCursor = stream.Pages.CursorAt(0),
            Notes = notes.Count > 0 ? notes : null,
        };
    }
}
