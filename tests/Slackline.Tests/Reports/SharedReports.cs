namespace Slackline.Tests.Reports;

/// <summary>Real outputs that lie beside the repository, where they do.</summary>
internal static class SharedReports
{
    /// <summary>A folder of them; empty when it is not there.</summary>
    public static string Find(string directory)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string shared = Path.Combine(at.FullName, "shared", directory);
            if (Directory.Exists(shared))
            {
                return shared;
            }
        }

        return "";
    }
}
