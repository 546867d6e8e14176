namespace Slackline.Server.Api;

/// <summary>A design to load: the body of <c>POST /v1/designs</c>.</summary>
internal sealed record DesignRequest
{
    /// <summary>The Tcl script that loads it.</summary>
    public required string Setup { get; init; }

    /// <summary>The folder that the tool works in; null for the server's. For the operator only.</summary>
    public string? Directory { get; init; }

    /// <summary>The OpenSTA or OpenROAD program; null for the server's. For the operator only.</summary>
    public string? Sta { get; init; }

    /// <summary>Whether the script continues after errors in every case.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>The client's name for it; null for the script's.</summary>
    public string? Name { get; init; }
}
