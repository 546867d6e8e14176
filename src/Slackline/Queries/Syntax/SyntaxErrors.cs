using Parlot;

namespace Slackline.Queries.Syntax;

/// <summary>Describes the text found where the grammar expected something else.</summary>
internal static class SyntaxErrors
{
    private const int LongestShown = 40;

    /// <summary>The grammar's error as the user sees it.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="error">What the grammar expected and where.</param>
    /// <param name="expectedString">The expectation of a string, where a bare word was probably meant to be quoted.</param>
    /// <param name="kind">What the text is: a filter or a list.</param>
    public static FilterException Describe(string text, ParseError error, string expectedString, string kind)
    {
        string expectation = error.Message!;
        int start = error.Position.Offset;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        // The grammar's own messages begin so; the parser library has one of its own, for its bound on recursion.
        if (!expectation.StartsWith("expected ", StringComparison.Ordinal))
        {
            return new FilterException($"nested more than {PathFilter.MaxDepth} deep", null, text, start, Math.Min(1, text.Length - start));
        }

        int length = WordLength(text, start, static c => char.IsLetterOrDigit(c) || c is '_' or '.');
        string found = length > 0 ? $"'{Shortened(text.Substring(start, length))}'"
            : start < text.Length ? $"'{text[start]}'"
            : $"the end of the {kind}";
        string? hint = expectation == expectedString && length > 0
            ? Unquoted(text.Substring(start, WordLength(text, start, static c => !char.IsWhiteSpace(c) && c is not (')' or ','))))
            : null;
        return new FilterException($"{expectation}, found {found}", hint, text, start, Math.Max(length, Math.Min(1, text.Length - start)));
    }

    /// <summary>The hint for a word that should be a string.</summary>
    public static string Unquoted(string word) => $"did you mean \"{Shortened(word)}\" in quotes?";

    private static int WordLength(string text, int start, Func<char, bool> belongs)
    {
        int end = start;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static string Shortened(string word) => word.Length <= LongestShown ? word : word[..LongestShown] + "…";
}
