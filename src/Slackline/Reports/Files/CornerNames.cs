using System.Text.RegularExpressions;

namespace Slackline.Reports.Files;

/// <summary>Recognises names of corners, after which flows name directories.</summary>
internal static partial class CornerNames
{
    /// <summary>
    /// The corner after which the directory of a file is named, as in <c>max_ss_100C_1v60/max.rpt</c>; empty if it is not named so.
    /// </summary>
    public static string FromDirectoryOf(string file)
    {
        string? directory = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file)));
        return directory is not null && Corner().IsMatch(directory) ? directory : "";
    }

    // Process, temperature and voltage, such as tt_025C_1v80 or ff_n40C_1v95, perhaps with the name of the interconnect's corner.
    [GeneratedRegex(
        "(^|[_-])(ss|tt|ff|sf|fs|ssg|ffg)[_-]{1,2}[nm-]?[0-9]+C[_-][0-9]+[vp.][0-9]+V?([_-]|$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Corner();
}
