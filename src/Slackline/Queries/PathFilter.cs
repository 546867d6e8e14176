using Slackline.Queries.Checking;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Model;
using Slackline.Queries.Syntax;
using Slackline.Timing;

namespace Slackline.Queries;

/// <summary>
/// A condition on timing paths in the <c>where</c> language (FILTERS.md), such as <c>slack &lt; -50ps and any point.cell like "BUF*"</c>.
/// It answers for a whole chunk at a time and, once it has seen one, allocates nothing.
/// </summary>
/// <remarks>
/// A filter keeps scratch memory between chunks and is used by one thread at a time. Another thread parses its own: that takes microseconds.
/// </remarks>
public sealed class PathFilter
{
    /// <summary>Characters that a filter may have at the most; so an <c>in (…)</c> lists fewer than 5,000 values.</summary>
    internal const int MaxTextLength = 10_000;

    /// <summary>Levels that conditions and expressions may be nested at the most.</summary>
    internal const int MaxDepth = 100;

    private readonly Condition _condition;
    private long _passes;

    private PathFilter(string text, FilterNode root)
    {
        Text = text;
        Root = root;
        _condition = FilterCompiler.Compile(root);
    }

    /// <summary>All columns that a filter may ask about.</summary>
    public static IReadOnlyList<FilterColumn> Columns => FilterColumns.All;

    /// <summary>The text that was parsed.</summary>
    public string Text { get; }

    /// <summary>What the text means, for planners.</summary>
    internal FilterNode Root { get; }

    /// <summary>Parses a filter on reports in <see cref="TimingUnits.Default"/>.</summary>
    /// <exception cref="FilterException">The text is no filter.</exception>
    public static PathFilter Parse(string text) => Parse(text, TimingUnits.Default);

    /// <summary>Parses a filter.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="units">The units of the reports' numbers, into which the filter's numbers with units are converted.</param>
    /// <exception cref="FilterException">The text is no filter.</exception>
    public static PathFilter Parse(string text, TimingUnits units)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(units);

        SyntaxNode syntax = FilterGrammar.Parse(text);
        return new PathFilter(text, new FilterChecker(text, units).Check(syntax));
    }

    /// <summary>Whether a filter says something else of numbers that count something else: it names a unit.</summary>
    /// <exception cref="FilterException">The text is no filter.</exception>
    public static bool DependsOnUnits(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        SyntaxNode syntax = FilterGrammar.Parse(text);
        return !new FilterChecker(text, TimingUnits.Default).Check(syntax).Equals(new FilterChecker(text, new TimingUnits(1, 1)).Check(syntax));
    }

    /// <summary>Finds the paths of a chunk that the filter is true for.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="matches">Where the paths' indexes are written, ascending; at least as long as the chunk has paths.</param>
    /// <returns>How many paths match.</returns>
    /// <exception cref="ArgumentException"><paramref name="matches"/> is too short.</exception>
    public int Match(PathChunk chunk, Span<int> matches)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        if (matches.Length < chunk.Count)
        {
            throw new ArgumentException("There must be room for the index of every path.", nameof(matches));
        }

        Span<int> paths = matches[..chunk.Count];
        for (int i = 0; i < paths.Length; i++)
        {
            paths[i] = i;
        }

        return Narrow(chunk, paths);
    }

    /// <summary>Moves those of some paths that the filter is true for to the front, and returns how many they are.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="paths">Indexes of its paths, ascending.</param>
    internal int Narrow(PathChunk chunk, Span<int> paths) => _condition.Narrow(new Pass(chunk, ++_passes), paths);

    /// <summary>The same filter with scratch memory of its own.</summary>
    internal PathFilter Copy() => new(Text, Root);
}
