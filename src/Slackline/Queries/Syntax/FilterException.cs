namespace Slackline.Queries.Syntax;

/// <summary>A filter that cannot be understood: what is wrong, where, and a guess at what was meant.</summary>
public sealed class FilterException : FormatException
{
    internal FilterException(string problem, string? hint, string filter, int start, int length)
        : base($"{problem} at column {start + 1}{(hint is null ? "" : "; " + hint)}")
    {
        Filter = filter;
        Column = start + 1;
        Length = length;
    }

    /// <summary>The whole text of the filter.</summary>
    public string Filter { get; }

    /// <summary>Where the wrong part begins: characters from the start of <see cref="Filter"/>, counted from 1.</summary>
    public int Column { get; }

    /// <summary>How many characters are wrong; 0 where something is missing at the end.</summary>
    public int Length { get; }

    /// <summary>Two lines: the filter, and carets under the part that is wrong.</summary>
    public string Picture =>
        $"{string.Create(Filter.Length, Filter, OnOneLine)}\n{new string(' ', Column - 1)}{new string('^', Math.Max(Length, 1))}";

    // Tabs and line ends would put the carets under the wrong characters.
    private static void OnOneLine(Span<char> line, string filter)
    {
        for (int i = 0; i < line.Length; i++)
        {
            line[i] = char.IsControl(filter[i]) ? ' ' : filter[i];
        }
    }
}
