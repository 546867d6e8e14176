using Slackline.Reports.Files;

namespace Slackline.Service.Sources;

/// <summary>The report files that a command line names, with those in the directories that it names.</summary>
internal sealed class ReportFiles
{
    // Other files in the directories of a run, which may be large: netlists, layouts, libraries, parasitics, scripts, states.
    private static readonly HashSet<string> s_otherKinds = new(
        [
            ".v", ".vh", ".sv", ".svh", ".vhd", ".lib", ".lef", ".tlef", ".def", ".gds", ".oas", ".odb", ".db", ".spef", ".sdf", ".sdc",
            ".spice", ".sp", ".cdl", ".mag",
            ".cif", ".blif", ".tcl", ".py", ".sh", ".mk", ".json", ".jsonl", ".yaml", ".yml", ".xml", ".html", ".htm", ".css", ".js",
            ".md", ".csv", ".png",
            ".jpg", ".jpeg", ".svg", ".gif", ".pdf", ".webp", ".lyp", ".lyt", ".lyrdb", ".drc", ".lydrc", ".process_stats", ".toml",
            ".ini", ".cfg", ".vcd", ".saif", ".fst", ".zip", ".tar", ".tgz", ".xz", ".bz2", ".7z",
            ".exe", ".so", ".o",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly EnumerationOptions s_everywhere = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        IgnoreInaccessible = true,
    };

    private readonly HashSet<string> _fromDirectories = new(StringComparer.Ordinal);

    private ReportFiles(IReadOnlyList<string> names, IReadOnlyList<string> files)
    {
        Files = files;
        Argument = string.Join(' ', names);
        Name = names.Count > 1 ? $"{files.Count} files" : names[0] == SavedReport.StandardInput ? "standard input" : names[0];
    }

    /// <summary>The files, those of a directory in the order of their names.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The name for all of them together.</summary>
    public string Name { get; }

    /// <summary>The names as given on the command line.</summary>
    public string Argument { get; }

    /// <summary>Finds the files.</summary>
    /// <exception cref="SavedReportException">A directory cannot be read, or holds no file that might be a report.</exception>
    public static ReportFiles Find(IReadOnlyList<string> names)
    {
        var files = new List<string>();
        var fromDirectories = new List<string>();
        foreach (string name in names)
        {
            if (!Directory.Exists(name))
            {
                files.Add(name);
                continue;
            }

            string[] inside = InDirectory(name);
            fromDirectories.AddRange(inside);
            files.AddRange(inside);
        }

        var found = new ReportFiles(names, files);
        found._fromDirectories.UnionWith(fromDirectories);
        return found;
    }

    /// <summary>Whether a file was found in a directory, not named.</summary>
    public bool IsFromDirectory(string file) => _fromDirectories.Contains(file);

    private static string[] InDirectory(string directory)
    {
        string[] inside;
        try
        {
            inside =
            [
                .. Directory.EnumerateFiles(directory, "*", s_everywhere)
                    .Where(static file => MayBeReport(file))
                    .Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SavedReportException($"{directory} cannot be read: {e.Message}", e);
        }

        return inside.Length > 0 ? inside : throw new SavedReportException($"There is no file in {directory} that might be a report.");
    }

    private static bool MayBeReport(string file)
    {
        string name = Path.GetExtension(file) is ".gz" or ".zst" ? Path.GetFileNameWithoutExtension(file) : file;
        return !s_otherKinds.Contains(Path.GetExtension(name)) && new FileInfo(file).Length > 0;
    }
}
