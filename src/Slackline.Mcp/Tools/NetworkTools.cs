using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Slackline.Mcp.Sessions;
using Slackline.Mcp.Workspaces;
using Slackline.Tcl;

namespace Slackline.Mcp.Tools;

/// <summary>Tools that look around in the netlist.</summary>
[McpServerToolType]
internal sealed class NetworkTools(CurrentWorkspace current)
{
    [McpServerTool(Name = "fan_in", Title = "Fan-in of a pin", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "What leads to a pin or port: the startpoints from which it is reached (ends_only, the default), or every pin on the way. Use "
        + "it to see who can cause a late arrival.")]
    public Task<NetworkCone> FanInAsync(
        [Description("The full name of a pin or port: core/u1/A. Of a register that is an endpoint: its data pin.")] string pin,
        [Description("The session's id; needed when several are open.")] string? session = null,
        [Description("Startpoints only, or all pins on the way.")] bool ends_only = true,
        [Description("How many levels of logic to go; all unless given."), Range(1, 10000)] int? levels = null,
        [Description("The most names."), Range(1, 5000)] int limit = 100,
        CancellationToken cancellation = default) => ConeAsync(
            "get_fanin -to", "-startpoints_only", pin, session, ends_only, levels, limit, cancellation);

    [McpServerTool(Name = "fan_out", Title = "Fan-out of a pin", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description(
        "What a pin or port leads to: the endpoints that it reaches (ends_only, the default), or every pin on the way. Use it to see "
        + "what a change of a cell would touch.")]
    public Task<NetworkCone> FanOutAsync(
        [Description("The full name of a pin or port: core/u1/Z. Of a register that is a startpoint: its output pin.")] string pin,
        [Description("The session's id; needed when several are open.")] string? session = null,
        [Description("Endpoints only, or all pins on the way.")] bool ends_only = true,
        [Description("How many levels of logic to go; all unless given."), Range(1, 10000)] int? levels = null,
        [Description("The most names."), Range(1, 5000)] int limit = 100,
        CancellationToken cancellation = default) => ConeAsync(
            "get_fanout -from", "-endpoints_only", pin, session, ends_only, levels, limit, cancellation);

    private async Task<NetworkCone> ConeAsync(
        string command, string endsOption, string pin, string? session, bool endsOnly, int? levels, int limit,
        CancellationToken cancellation)
    {
        if (levels is < 1 or > 10_000)
        {
            throw new ToolInputException($"levels is {levels}; it must be from 1 to 10000, or be left out.");
        }

        if (string.IsNullOrWhiteSpace(pin) || pin.Length > current.Value.Limits.MaxCommandLength)
        {
            throw new ToolInputException("`pin` must be the full name of a pin or port.");
        }

        DesignSession open = current.Value.Sessions.Find(session);

        // Names are made in the tool, which alone knows its handles; the counting, too: a cone may hold the whole design.
        string script = $$"""
            set found [concat [get_pins -quiet {{TclList.Format(pin)}}] [get_ports -quiet {{TclList.Format(pin)}}]]
            set names {}
            if { [llength $found] == 1 } {
              foreach object [{{command}} $found -flat{{(endsOnly ? " " + endsOption : "")}}{{(levels is { } depth ? $" -levels {depth}" : "")}}] {
                lappend names [get_full_name $object]
              }
            }
            list [llength $found] [llength $names] [lrange [lsort $names] 0 {{Math.Clamp(limit, 1, 5_000) - 1}}]
            """;
        IReadOnlyList<string> result = TclList.Parse(await open.Design.EvaluateAsync(script, cancellation).ConfigureAwait(false));
        return result[0] == "1"
            ? new NetworkCone
            {
                Pin = pin,
                Total = int.Parse(result[1], System.Globalization.CultureInfo.InvariantCulture),
                Names = TclList.Parse(result[2]),
            }
            : throw new ToolInputException(result[0] == "0"
                ? $"There is no pin or port {pin}. Instances are no pins: append /PIN. explain_path shows the pins of a path."
                : $"{pin} stands for {result[0]} pins; name one of them.");
    }
}

/// <summary>What leads to a pin, or what it leads to, for an agent.</summary>
internal sealed record NetworkCone
{
    /// <summary>The pin that was asked about.</summary>
    public required string Pin { get; init; }

    /// <summary>How many names there are.</summary>
    public required int Total { get; init; }

    /// <summary>The first of them, in the order of their names.</summary>
    public required IReadOnlyList<string> Names { get; init; }
}
