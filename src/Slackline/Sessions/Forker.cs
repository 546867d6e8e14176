namespace Slackline.Sessions;

/// <summary>The mechanism that forks the tool's process: a library for Tcl, since Tcl itself cannot.</summary>
public enum Forker
{
    /// <summary>Nothing: commands run one after another in the session's own process.</summary>
    None,

    /// <summary>TclX, by its <c>fork</c>.</summary>
    TclX,

    /// <summary>Expect, by its <c>exp_fork</c>; as good, and there where distributions have no TclX.</summary>
    Expect,
}
