using System.Text.RegularExpressions;

namespace Slackline.Service.Designs;

/// <summary>
/// Makes <c>report_check_types</c> print the type of its paths. By itself it lists groups and slacks alone, hold and setup one below the
/// other, and they cannot be distinguished; in the format end the same paths have their type and their endpoint, on every version.
/// </summary>
internal static partial class CheckTypes
{
    /// <summary>The command, with the format end where it is that command alone and names no format.</summary>
    public static string WithTypes(string command) =>
        Alone().IsMatch(command) && !Formatted().IsMatch(command) ? command.TrimEnd() + " -format end" : command;

    // One command of plain words: no other command after it, nothing to evaluate, no redirection.
    [GeneratedRegex(@"^\s*report_check_types([ \t]+[\w./*+-]+)*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\s-(f|v)", RegexOptions.CultureInvariant)]
    private static partial Regex Formatted();
}
