using System.Text.RegularExpressions;

namespace Slackline.Queries.Model;

/// <summary>Makes the regular expressions of filters.</summary>
internal static class FilterRegex
{
    /// <summary>A regular expression whose time is linear in the text's length, whoever wrote it.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    /// <exception cref="NotSupportedException">It needs backtracking, or too much memory.</exception>
    public static Regex Create(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
