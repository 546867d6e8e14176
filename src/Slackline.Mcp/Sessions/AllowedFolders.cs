namespace Slackline.Mcp.Sessions;

/// <summary>
/// The folders from which setup scripts and design files may be loaded. A name is resolved as the operating system would, every link in it followed, and what
/// comes out must lie in one of them.
/// </summary>
public sealed class AllowedFolders
{
    private const int MaxLinks = 40;

    private readonly string[] _folders;

    /// <summary>Allows some folders and everything in them.</summary>
    /// <exception cref="DirectoryNotFoundException">One of them is not there.</exception>
    public AllowedFolders(params IEnumerable<string> folders)
    {
        _folders = [.. folders.Select(static folder => Directory.Exists(folder) ? Resolve(Path.GetFullPath(folder)) : throw new DirectoryNotFoundException($"There is no folder {folder}."))];
    }

    /// <summary>The folders.</summary>
    public IReadOnlyList<string> Folders => _folders;

    /// <summary>The file that a name stands for, with no link in its path. Relative names count from the first folder.</summary>
    /// <exception cref="ToolInputException">There is no such file, or it lies elsewhere.</exception>
    public string Check(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string resolved;
        try
        {
            resolved = Resolve(Path.GetFullPath(name, _folders[0]));
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            throw Outside(name);
        }

        // Whether a file is there is not to be found out outside the folders.
        if (!_folders.Any(folder => resolved.StartsWith(folder.EndsWith('/') ? folder : folder + "/", StringComparison.Ordinal)))
        {
            throw Outside(name);
        }

        return File.Exists(resolved) ? resolved : throw new ToolInputException($"There is no file {resolved}. Relative names count from {_folders[0]}.");
    }

    private static string Resolve(string path) => Resolve(path, MaxLinks);

    // Part by part from the root: a link in the middle of a path counts as much as one at its end.
    private static string Resolve(string path, int linksLeft)
    {
        string resolved = "/";
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            string next = Path.Combine(resolved, parts[i]);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                if (linksLeft == 0)
                {
                    throw new IOException($"{path} goes through too many links.");
                }

                string rest = string.Join('/', parts[(i + 1)..]);
                return Resolve(Path.GetFullPath(Path.Combine(target, rest), resolved), linksLeft - 1);
            }

            resolved = next;
        }

        return resolved;
    }

    private ToolInputException Outside(string name) =>
        new($"{name} lies outside the folders that the operator allows: {string.Join(", ", _folders)}. Name a file in them.");
}
