using System.Text.RegularExpressions;

namespace Slackline.Queries.Model;

/// <summary>Makes the regular expressions of filters.</summary>
internal static class FilterRegex
{
    /// <summary>A regular expression whose matching time is linear in the text's length, also for a hostile pattern.</summary>
    /// <exception cref="ArgumentException">The pattern is not a regular expression.</exception>
    /// <exception cref="NotSupportedException">It needs backtracking, or too much memory.</exception>
    public static Regex Create(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
