using Slackline.Tcl;

namespace Slackline.Sessions;

/// <summary>What a tool says of itself at the start of a session. All that differs between versions is decided from this.</summary>
public sealed class StaFeatures
{
    private static readonly (string OldName, string NewName)[] _renamedOptions =
    [
        ("-group_count", "-group_path_count"),
        ("-endpoint_count", "-endpoint_path_count"),
    ];

    private readonly string _reportChecksUsage;

    private StaFeatures(string version, string openRoadVersion, string tclVersion, string reportChecksUsage, string cannotFork, bool canSteer)
    {
        Version = version;
        OpenRoadVersion = openRoadVersion.Length > 0 ? openRoadVersion : null;
        TclVersion = tclVersion;
        _reportChecksUsage = reportChecksUsage;
        CannotFork = cannotFork.Length > 0 ? cannotFork : null;
        CanSteer = canSteer;
    }

    /// <summary>Of a tool that has not said anything yet.</summary>
    internal static StaFeatures Unknown { get; } = new("", "", "", "", "", canSteer: false);

    /// <summary>The version of OpenSTA: <c>2.0.17</c>, <c>3.1.0</c>.</summary>
    public string Version { get; }

    /// <summary>The version of the OpenROAD around it; null for OpenSTA alone.</summary>
    public string? OpenRoadVersion { get; }

    /// <summary>The program and its version: <c>OpenSTA 2.0.17</c>, <c>OpenROAD 26Q3 (OpenSTA 3.1.0)</c>.</summary>
    public string Name => OpenRoadVersion is null ? $"OpenSTA {Version}" : $"OpenROAD {OpenRoadVersion} (OpenSTA {Version})";

    /// <summary>The version of Tcl inside it.</summary>
    public string TclVersion { get; }

    /// <summary>Why the tool's process cannot be forked, as far as that is known before it was tried; null when nothing speaks against it.</summary>
    internal string? CannotFork { get; }

    /// <summary>Whether the tool's search for paths can be narrowed from outside, and tells exact slacks; see paths.tcl.</summary>
    public bool CanSteer { get; }

    /// <summary>
    /// A command in the words of this version: options that versions renamed are replaced where this one knows only the other name.
    /// </summary>
    public string Translate(string command)
    {
        foreach ((string oldName, string newName) in _renamedOptions)
        {
            command = Accepts(newName) && !Accepts(oldName) ? Replace(command, oldName, newName)
                : Accepts(oldName) && !Accepts(newName) ? Replace(command, newName, oldName)
                : command;
        }

        return command;
    }

    internal static StaFeatures Parse(string dictionary)
    {
        var said = TclDictionary.Parse(dictionary);
        return new StaFeatures(said["version"], said["openroad"], said["tcl"], said["report_checks"], said["cannot_fork"], said["can_steer"] == "1");
    }

    private static string Replace(string command, string name, string by)
    {
        int end;
        for (int start = command.IndexOf(name, StringComparison.Ordinal); start >= 0; start = command.IndexOf(name, end, StringComparison.Ordinal))
        {
            end = start + name.Length;
            if (start > 0 && char.IsWhiteSpace(command[start - 1]) && end < command.Length && char.IsWhiteSpace(command[end]))
            {
                command = string.Concat(command.AsSpan(0, start), by, command.AsSpan(end));
                end = start + by.Length;
            }
        }

        return command;
    }

    private bool Accepts(string option) => _reportChecksUsage.Contains("[" + option + " ", StringComparison.Ordinal);
}
