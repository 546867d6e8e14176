using System.ComponentModel;
using Slackline.Mcp.Pages;
using Slackline.Mcp.Streams;
using Slackline.Streams;

namespace Slackline.Mcp.Tools;

/// <summary>How a stream is doing, for an agent.</summary>
internal sealed record StreamReport
{
    [Description("The stream's id.")]
    public required string Stream { get; init; }

    [Description("The command, and behind `where` what must hold of a path.")]
    public required string Command { get; init; }

    [Description("running, paused, complete, cancelled, faulted or interrupted.")]
    public required string State { get; init; }

    [Description("The units of its times and capacitances; absent until a path has come.")]
    public string? Units { get; init; }

    [Description("Totals so far.")]
    public required StreamTotals Totals { get; init; }

    [Description("Bytes that the tool has printed.")]
    public long? OutputBytes { get; init; }

    [Description("Seconds since the start, until the end.")]
    public double? Seconds { get; init; }

    [Description("Who the tool waits for, when it does.")]
    public string? PausedBy { get; init; }

    [Description("The session in which it runs.")]
    public string? Session { get; init; }

    [Description("The stream that this one narrows.")]
    public string? RefinedFrom { get; init; }

    [Description("How it is executed.")]
    public required string Plan { get; init; }

    [Description("A cursor for its first page.")]
    public required string FirstCursor { get; init; }

    [Description("Warnings and errors of the tool, and what else is to know.")]
    public IReadOnlyList<string>? Notes { get; init; }

    /// <summary>How a stream is doing now.</summary>
    public static StreamReport Of(KeptStream stream)
    {
        StreamStatus? status = stream.Status;
        IReadOnlyList<string> notes = stream.Notes;
        return new StreamReport
        {
            Stream = stream.Id,
            Command = stream.Command,
            Units = stream.Units?.ToString(),
            State = PageWriter.StateName(stream.State),
            Totals = new StreamTotals { Matched = stream.Paths, Read = stream.PathsSeen },
            OutputBytes = stream.OutputBytes,
            Seconds = status is null ? null : Math.Round(status.Elapsed.TotalSeconds, 1),
            PausedBy = status?.PausedBy,
            Session = stream.Session,
            RefinedFrom = stream.RefinedFrom,
            Plan = stream.Plan,
            FirstCursor = stream.CursorAt(0),
            Notes = notes.Count > 0 ? notes : null,
        };
    }
}
