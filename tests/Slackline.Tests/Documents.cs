namespace Slackline.Tests;

/// <summary>The repository's documents, found from where the tests run.</summary>
internal static class Documents
{
    /// <summary>A file of the repository.</summary>
    /// <param name="path">Its path there.</param>
    public static string Find(string path)
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Slackline.slnx")))
            {
                return Path.Combine(folder, path);
            }
        }

        throw new FileNotFoundException("The tests run outside the repository.", path);
    }

    /// <summary>A file of the engine's sources.</summary>
    public static string Engine(string path) => Find(Path.Combine("src", "Slackline", path));
}
