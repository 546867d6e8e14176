using System.Reflection;

namespace Slackline.Sessions;

/// <summary>The scripts of the folder <c>Tcl</c>, which run inside the tool. They are embedded here and sent to it as one file.</summary>
internal static class ToolScripts
{
    /// <summary>The prefix of the embedded scripts' names; after it comes the file's path in the folder.</summary>
    public const string Prefix = "Slackline.Sessions.Tcl/";

    // It begins to serve where it is read, so it comes after all else. The others only define, in any order.
    private const string Last = "requests.tcl";

    private static readonly Assembly s_assembly = typeof(ToolScripts).Assembly;

    /// <summary>The scripts' paths in the folder, in the order in which the tool reads them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. s_assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(static name => name[Prefix.Length..])
            .OrderBy(static name => name == Last).ThenBy(static name => name, StringComparer.Ordinal),
    ];

    /// <summary>Writes a script.</summary>
    /// <param name="name">Its path in the folder.</param>
    /// <param name="output">Where it goes.</param>
    public static void Write(string name, Stream output)
    {
        using Stream script = s_assembly.GetManifestResourceStream(Prefix + name)
            ?? throw new ArgumentException($"There is no script '{name}'.", nameof(name));
        script.CopyTo(output);
    }
}
