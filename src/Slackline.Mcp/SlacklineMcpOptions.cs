using Slackline.Sessions;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp;

/// <summary>What the operator decides.</summary>
public sealed record SlacklineMcpOptions
{
    /// <summary>The OpenSTA or OpenROAD program; null for the usual ones.</summary>
    public string? Tool { get; init; }

    /// <summary>From where setup scripts and design files may be loaded. The first directory is the one in which tools work.</summary>
    public required SetupDirectories Directories { get; init; }

    /// <summary>Where streams are kept; null for the usual place.</summary>
    public string? StateDirectory { get; init; }

    /// <summary>Bounds of each client's state directory; null for the usual ones.</summary>
    public SpoolLimits? SpoolLimits { get; init; }

    /// <summary>
    /// How long a query may compute in Tcl, its reports not counted, and how long its process may compute in all. 10 s and an hour unless
    /// set. Null: only the operator can reach the server, and queries may do whatever a script of the operator's may.
    /// </summary>
    public QueryBounds? Bounds { get; init; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromHours(1));

    /// <summary>Bounds on what a client may hold.</summary>
    public ServerLimits Limits { get; init; } = new();
}
