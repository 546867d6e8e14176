using System.ComponentModel;
using System.Globalization;
using ModelContextProtocol;
using ModelContextProtocol.Server;
using Slackline.Mcp.Sessions;
using Slackline.Mcp.Workspaces;
using Slackline.Service.Designs;
using Slackline.Sessions;

namespace Slackline.Mcp.Tools;

/// <summary>Tools that open designs.</summary>
[McpServerToolType]
internal sealed class SessionTools(CurrentWorkspace current, SlacklineMcpOptions options)
{
    [McpServerTool(
        Name = "open_session", Title = "Open a design", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false)]
    [Description("""
        Start OpenSTA and load a design, first timing update included; it stays loaded for all later calls. Do this once, and first: loading takes seconds to minutes, and the call waits for it with progress.
        Give either `setup`, a Tcl script of the operator's that reads the design, or the design's files and `top`. Files must lie in the folders that the operator allows.
        """)]
    public async Task<SessionInfo> OpenAsync(
        IProgress<ProgressNotificationValue> progress,
        [Description("A Tcl script that loads the design (read_liberty, read_verilog, link_design, read_sdc ...).")] string? setup = null,
        [Description("Liberty files, instead of a setup script.")] string[]? liberty = null,
        [Description("Verilog netlists.")] string[]? verilog = null,
        [Description("The top module of the netlists.")] string? top = null,
        [Description("Constraint files, in their order.")] string[]? sdc = null,
        [Description("Parasitics.")] string[]? spef = null,
        [Description("LEF files; OpenROAD only.")] string[]? lef = null,
        [Description("DEF files; OpenROAD only.")] string[]? def = null,
        [Description("\"sta\" or \"openroad\"; the operator's choice unless given.")] string? tool = null,
        [Description(
            "What to call the design, such as \"before the ECO\"; its streams show it. The script's name unless given.")] string? name = null,
        [Description(
            "Continue after errors in the scripts. Unless given, as the tool does: OpenSTA 2.0 continues, newer ones stop.")] bool continue_on_error = false,
        CancellationToken cancellation = default)
    {
        if (tool is not (null or "sta" or "openroad"))
        {
            throw new ToolInputException($"`tool` is \"{tool}\"; it must be \"sta\" or \"openroad\", or be left out.");
        }

        StaTool program = Choose(tool);
        var files = new DesignFiles(liberty ?? [], verilog ?? [], sdc ?? [], spef ?? [], lef ?? [], def ?? [], top);
        if (setup is not null && files.All.Any())
        {
            throw new ToolInputException("Give either `setup` or the design's files, not both.");
        }

        DesignSetup design = setup is null
            ? DesignSetup.Write(files.Select(options.Directories.Resolve), program.IsOpenRoad)
            : DesignSetup.Of(options.Directories.Resolve(setup));
        return await OpenAsync(
            program, design, string.IsNullOrWhiteSpace(name) ? null : name.Trim(), continue_on_error, progress,
            cancellation).ConfigureAwait(false);
    }

    [McpServerTool(Name = "list_sessions", Title = "Open designs", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "The designs that are open, what each tool does at the moment, and from where setup scripts may be loaded. Look here first when "
        + "you do not know whether a design is loaded.")]
    public SessionList List() => new()
    {
        Sessions = [.. current.Value.Sessions.All.Select(session => SessionInfo.Of(session, withMessages: false))],
        Folders = options.Directories.Directories,
    };

    [McpServerTool(
        Name = "close_session", Title = "Close a design", ReadOnly = false, Destructive = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "End a session's tool and free its memory. Streams that still run in it stop; all that they gave can still be paged. Opening "
        + "the design again takes as long as the first time.")]
    public async Task<SessionClosed> CloseAsync([Description("The session's id.")] string session)
    {
        Workspace workspace = current.Value;
        workspace.Streams.CancelOf(session);
        await workspace.Sessions.CloseAsync(session).ConfigureAwait(false);
        return new SessionClosed { Closed = session };
    }

    // The operator's program, if the operator has named one; otherwise the one that the client names, or that is there.
    private StaTool Choose(string? kind)
    {
        if (options.Tool is null && string.IsNullOrEmpty(Environment.GetEnvironmentVariable(StaTool.Variable)))
        {
            return StaTool.Find(kind);
        }

        StaTool program = StaTool.Find(options.Tool);
        return kind is null || program.IsOpenRoad == (kind == "openroad") ? program : throw new ToolInputException(
            $"The operator has chosen {Path.GetFileName(program.Path)} for this server, which is not \"{kind}\". Leave `tool` out.");
    }

    private async Task<SessionInfo> OpenAsync(
        StaTool program,
        DesignSetup setup,
        string? name,
        bool continuesOnError,
        IProgress<ProgressNotificationValue> progress,
        CancellationToken cancellation)
    {
        Design? begun = null;
        var tool = new StaSessionOptions
        {
            Tool = program,
            WorkingDirectory = options.Directories.Directories[0],
            ContinueOnError = continuesOnError,
        };
        Task<DesignSession> opening = current.Value.Sessions.OpenAsync(
            tool, setup, name, design => Volatile.Write(ref begun, design), cancellation);
        await ToolProgress.ReportAsync(progress, opening,
            elapsed => Volatile.Read(ref begun) is { Activity: { } activity, Name: var loaded }
            ? string.Create(
                CultureInfo.InvariantCulture, $"loading {loaded}: {elapsed.TotalSeconds:0} s, {activity.ResidentBytes / 1e6:N0} MB")
            : $"starting {Path.GetFileName(program.Path)}").ConfigureAwait(false);
        return SessionInfo.Of(await opening.ConfigureAwait(false), withMessages: true);
    }
}
