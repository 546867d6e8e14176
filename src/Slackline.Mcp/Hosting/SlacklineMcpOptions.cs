using Slackline.Mcp.Sessions;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp.Hosting;

/// <summary>What the operator decides.</summary>
public sealed record SlacklineMcpOptions
{
    /// <summary>The OpenSTA or OpenROAD program; null for the usual ones.</summary>
    public string? Tool { get; init; }

    /// <summary>From where setup scripts and design files may be loaded. The first folder is the one in which tools work.</summary>
    public required AllowedFolders Folders { get; init; }

    /// <summary>Where streams are kept; null for the usual place.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>Bounds of each client's state directory; null for the usual ones.</summary>
    public SpoolLimits? SpoolLimits { get; init; }

    /// <summary>Bounds on what a client may hold.</summary>
    public ServerLimits Limits { get; init; } = new();
}
