using Slackline.Tcl;

namespace Slackline.Sessions;

/// <summary>
/// What a tool says of itself at the start of a session. All that differs between versions is decided from this, or inside the tool, by
/// what it knows (names.tcl).
/// </summary>
internal sealed class StaFeatures
{
    private StaFeatures(TclDictionary said, TclDictionary forking)
    {
        Version = said["version"];
        OpenRoadVersion = said["openroad"] is { Length: > 0 } openRoad ? openRoad : null;
        TclVersion = said["tcl"];
        CanSteer = said["can_steer"] == "1";
        Forker = forking["way"] switch
        {
            "tclx" => Forker.TclX,
            "expect" => Forker.Expect,
            _ => Forker.None,
        };
        ForkerFile = forking["file"];
        CannotFork = Forker != Forker.None
            ? null
            : forking["cannot"] is { Length: > 0 } why
            ? $"{why}. {Advice}"
            : "it was asked not to be";
    }

    /// <summary>The features of a tool that has not answered yet.</summary>
    internal static StaFeatures Unknown { get; } = Parse("");

    /// <summary>The version of OpenSTA: <c>2.0.17</c>, <c>3.1.0</c>.</summary>
    public string Version { get; }

    /// <summary>The version of the OpenROAD around it; null for OpenSTA alone.</summary>
    public string? OpenRoadVersion { get; }

    /// <summary>The program and its version: <c>OpenSTA 2.0.17</c>, <c>OpenROAD 26Q3 (OpenSTA 3.1.0)</c>.</summary>
    public string Name => OpenRoadVersion is null ? $"OpenSTA {Version}" : $"OpenROAD {OpenRoadVersion} (OpenSTA {Version})";

    /// <summary>The version of Tcl inside it.</summary>
    public string TclVersion { get; }

    /// <summary>The mechanism that can fork the tool's process.</summary>
    public Forker Forker { get; }

    /// <summary>The library that forks; empty when the tool has it built in, or there is no library.</summary>
    public string ForkerFile { get; }

    /// <summary>
    /// Why the tool's process cannot be forked, as far as that is known without trying, and what to do about it; null when no obstacle is
    /// known.
    /// </summary>
    internal string? CannotFork { get; }

    /// <summary>Whether the tool's search for paths can be narrowed from outside and its exact slacks recorded; see paths.tcl.</summary>
    public bool CanSteer { get; }

    // TclX and Expect are compiled for one major version of Tcl; of 9 no distribution has either.
    private string Advice => TclVersion.StartsWith("9.", StringComparison.Ordinal)
        ? $"The tool has Tcl {TclVersion}, for which neither is packaged: a tool built with Tcl 8.6 can be forked; --replicas runs slices side by side without"
        : "Install TclX (Debian, Ubuntu: apt-get install tclx8.4; Fedora: dnf install tclx) or Expect (apt-get install tcl-expect; dnf install expect)";

    internal static StaFeatures Parse(string dictionary)
    {
        var said = TclDictionary.Parse(dictionary);
        return new StaFeatures(said, TclDictionary.Parse(said["forking"]));
    }
}
