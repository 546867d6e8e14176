using System.Buffers;

namespace Slackline.Sessions;

/// <summary>
/// The directories from which setup scripts and design files may be loaded when a client other than the operator asks for a session. A
/// file is allowed if it really lies below one of them, after all links are followed.
/// </summary>
/// <remarks>
/// The tool opens the file by its name after it was checked here. A user who may write in these directories could put another file or a
/// link in its place meanwhile, so a file or a directory on the way to it that every user may write to is refused. That leaves the
/// operator and the users whom the operator lets write there, and their scripts are run anyway. What a setup script itself reads is not
/// checked: the script is the operator's.
/// </remarks>
public sealed class SetupDirectories
{
    // Characters with which a script that names the file would read something other than a part of the name.
    private static readonly SearchValues<char> s_refusedCharacters = SearchValues.Create("[]{}$;\\\"<>|&*?");

    private readonly string[] _directories;

    /// <summary>Allows the directories; none at all allows no file.</summary>
    /// <param name="directories">Directories; links to them are followed now, once.</param>
    /// <exception cref="SetupPathException">One of them does not exist, is not a directory, or may be written by every user.</exception>
    public SetupDirectories(IEnumerable<string> directories)
    {
        _directories = [.. directories.Select(Real).Distinct(StringComparer.Ordinal)];

        static string Real(string directory)
        {
            string real = Posix.RealPath(Path.GetFullPath(directory))
                ?? throw new SetupPathException(directory, "there is no such directory.");
            Check(directory, real, Posix.FileKind.Directory);
            return real;
        }
    }

    /// <summary>The real directories.</summary>
    public IReadOnlyList<string> Directories => _directories;

    /// <summary>Finds a file and makes sure that it may be loaded.</summary>
    /// <param name="file">An absolute path, or one relative to one of the directories, the first that has it.</param>
    /// <returns>The file's real path. Load this path, not the requested one.</returns>
    /// <exception cref="SetupPathException">
    /// It may not be loaded; the message says why, and nothing of files outside of the directories.
    /// </exception>
    public string Resolve(string file)
    {
        if (file.Length == 0)
        {
            throw new SetupPathException(file, "an empty name.");
        }

        if (file.AsSpan().ContainsAny(s_refusedCharacters) || file.Any(char.IsControl) || file[0] is '~' or '-')
        {
            throw new SetupPathException(file, "a name with control characters, with any of [ ] { } $ ; \\ \" < > | & * ?, or with ~ or - at its beginning, is not allowed.");
        }

        if (file.Split('/').Contains(".."))
        {
            throw new SetupPathException(file, "'..' is not allowed in a path.");
        }

        IEnumerable<string> candidates = Path.IsPathRooted(file) ? [file] : _directories.Select(directory => Path.Combine(directory, file));
        foreach (string candidate in candidates)
        {
            if (Posix.RealPath(candidate) is { } real && _directories.FirstOrDefault(directory => IsBelow(directory, real)) is { } allowed)
            {
                CheckWay(file, allowed, real);
                return real;
            }
        }

        // One message for files that do not exist and for files that lie elsewhere, so that a client learns nothing about files outside.
        throw new SetupPathException(file, _directories.Length == 0
            ? "no directory is allowed to load files from."
            : $"there is no such file in the allowed directories ({string.Join(", ", _directories)}).");
    }

    private static bool IsBelow(string directory, string real) =>
        real.StartsWith(directory.EndsWith('/') ? directory : directory + "/", StringComparison.Ordinal);

    private static void CheckWay(string asked, string allowed, string real)
    {
        Check(asked, real, Posix.FileKind.Regular);
        for (string directory = Path.GetDirectoryName(real)!; directory != allowed; directory = Path.GetDirectoryName(directory)!)
        {
            Check(asked, directory, Posix.FileKind.Directory);
        }
    }

    private static void Check(string asked, string real, Posix.FileKind expected)
    {
        (Posix.FileKind kind, UnixFileMode mode) = Posix.Status(real) ?? throw new SetupPathException(asked, "it vanished.");
        if (kind != expected)
        {
            throw new SetupPathException(
                asked, expected == Posix.FileKind.Regular ? "it is not a regular file." : "it is not a directory.");
        }

        if (mode.HasFlag(UnixFileMode.OtherWrite))
        {
            throw new SetupPathException(asked, $"everybody may write to {real}; take that permission away (chmod o-w).");
        }
    }
}
