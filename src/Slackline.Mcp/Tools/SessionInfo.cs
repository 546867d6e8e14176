using Slackline.Mcp.Sessions;
using Slackline.Reports;
using Slackline.Sessions;

namespace Slackline.Mcp.Tools;

/// <summary>An open design, for an agent.</summary>
internal sealed record SessionInfo
{
    private const int MaxMessages = 10;

    /// <summary>The session's id, for the other tools.</summary>
    public required string Session { get; init; }

    /// <summary>What was loaded.</summary>
    public required string Design { get; init; }

    /// <summary>The program and its version.</summary>
    public required string Tool { get; init; }

    /// <summary>
    /// How the tool's process is forked, so that each query runs in a process of its own and can be stopped; or why it is not, and what to
    /// do.
    /// </summary>
    public required string Forking { get; init; }

    /// <summary>What the numbers of its reports count, such as 1ns and 1pF.</summary>
    public required string Units { get; init; }

    /// <summary>What the tool does: idle, computing, blocked (it waits until what it printed has been read), stopped, exited.</summary>
    public required string Activity { get; init; }

    /// <summary>Memory of the tool, in MB.</summary>
    public required double MemoryMB { get; init; }

    /// <summary>Seconds that loading took.</summary>
    public required double LoadSeconds { get; init; }

    /// <summary>
    /// Errors in the setup script after which the tool went on: what it should have set (constraints, parasitics) is missing from every
    /// answer. Not there when there were none.
    /// </summary>
    public int? SetupErrors { get; init; }

    /// <summary>The first errors and warnings while it loaded, each once with how often it came.</summary>
    public IReadOnlyList<string>? Messages { get; init; }

    /// <summary>A session as it is now.</summary>
    public static SessionInfo Of(DesignSession session, bool withMessages)
    {
        StaSession tool = session.Design.Session;
        ToolActivity activity = tool.Activity;
        int errors = session.Design.SetupErrors;
        var messages = new MessageTally(MaxMessages);
        foreach (Diagnostic message in session.Design.Diagnostics.Where(
            static message => message.Severity != Severity.Info).OrderByDescending(static message => message.Severity))
        {
            messages.Add(message.ToString());
        }

        IReadOnlyList<string> shown = withMessages ? messages.Lines : [];
        return new SessionInfo
        {
            Session = session.Id,
            Design = session.Design.Name,
            Tool = $"{Path.GetFileName(session.Program)}: {tool.Features.Name}",
            Forking = tool.Forking,
            Units = tool.Units.ToString(),
            Activity = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(activity.State.ToString()),
            MemoryMB = Math.Round(activity.ResidentBytes / 1e6),
            LoadSeconds = Math.Round(session.Design.LoadTime.TotalSeconds, 1),
            SetupErrors = errors > 0 ? errors : null,
            Messages = shown.Count == 0 ? null : shown,
        };
    }
}

/// <summary>A client's open designs, for an agent.</summary>
internal sealed record SessionList
{
    /// <summary>The open designs, the oldest first.</summary>
    public required IReadOnlyList<SessionInfo> Sessions { get; init; }

    /// <summary>
    /// The folders from which setup scripts and design files may be loaded; relative names count from them, the first that has the file.
    /// </summary>
    public required IReadOnlyList<string> Folders { get; init; }
}

/// <summary>What close_session says.</summary>
internal sealed record SessionClosed
{
    /// <summary>The session that is closed.</summary>
    public required string Closed { get; init; }
}
