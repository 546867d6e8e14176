namespace Slackline.Sessions;

/// <summary>The program that does the timing analysis: OpenSTA's <c>sta</c>, or <c>openroad</c>, which embeds it.</summary>
/// <param name="Path">The program's file.</param>
public sealed record StaTool(string Path)
{
    /// <summary>The environment variable that names the program where no option does.</summary>
    public const string Variable = "SLACKLINE_STA";

    /// <summary>Whether it is OpenROAD, whose options differ.</summary>
    public bool IsOpenRoad => System.IO.Path.GetFileName(Path).StartsWith("openroad", StringComparison.Ordinal);

    /// <summary>Finds the program: the one asked for, else <c>$SLACKLINE_STA</c>, else <c>sta</c> or <c>openroad</c> on the PATH.</summary>
    /// <param name="asked">A file, or a name to look for on the PATH; null for the usual ones.</param>
    /// <exception cref="StaNotFoundException">
    /// The tool was not found; the message says where it was looked for and what to do.
    /// </exception>
    public static StaTool Find(string? asked = null)
    {
        string? fromVariable = Environment.GetEnvironmentVariable(Variable);
        if (asked is not null)
        {
            return FindNamed(asked) ?? throw new StaNotFoundException($"There is no program '{asked}' (asked for with --sta).");
        }

        if (!string.IsNullOrEmpty(fromVariable))
        {
            return FindNamed(fromVariable)
                ?? throw new StaNotFoundException($"There is no program '{fromVariable}' (asked for with ${Variable}).");
        }

        return FindNamed("sta") ?? FindNamed("openroad") ?? throw new StaNotFoundException(
            $"OpenSTA was not found: there is no 'sta' and no 'openroad' on the PATH. Install it (Debian: apt-get install opensta), or name the program with --sta FILE or ${Variable}.");
    }

    private static StaTool? FindNamed(string name)
    {
        if (name.Contains('/', StringComparison.Ordinal))
        {
            return IsProgram(name) ? new StaTool(System.IO.Path.GetFullPath(name)) : null;
        }

        foreach (string directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            string file = System.IO.Path.Combine(directory, name);
            if (IsProgram(file))
            {
                return new StaTool(file);
            }
        }

        return null;
    }

    private static bool IsProgram(string file) =>
        File.Exists(file) && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(file) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
