using Slackline.Queries.Checking;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Model;
using Slackline.Queries.Syntax;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries;

/// <summary>
/// A condition on timing paths in the <c>where</c> language (FILTERS.md), such as <c>slack &lt; -50ps and any point.cell like "BUF*"</c>.
/// It answers for a whole chunk at a time and, once it has seen one, allocates nothing.
/// </summary>
/// <remarks>
/// Numbers with a unit count what the numbers of each chunk count: <c>-50ps</c> is -0.05 in a chunk in nanoseconds and -50 in one in
/// picoseconds. A filter keeps scratch memory between chunks and is used by one thread at a time. Another thread parses its own: that takes
/// microseconds.
/// </remarks>
public sealed class PathFilter
{
    /// <summary>Characters that a filter may have at the most; so an <c>in (…)</c> lists fewer than 5,000 values.</summary>
    internal const int MaxTextLength = 10_000;

    /// <summary>Levels that conditions and expressions may be nested at the most.</summary>
    internal const int MaxDepth = 100;

    private readonly SyntaxNode _syntax;
    private readonly ColumnSet _columns;
    private readonly FilterFindings _findings;
    private TimingUnits? _units;
    private double[] _slackBounds = [];
    private NameQuestion[] _names = [];
    private Condition _condition = null!;
    private long _passes;

    private PathFilter(string text, SyntaxNode syntax, ColumnSet columns, FilterFindings findings)
    {
        Text = text;
        _columns = columns;
        _syntax = syntax;
        _findings = findings;
    }

    /// <summary>The text that was parsed.</summary>
    public string Text { get; }

    /// <summary>
    /// Notes for the user on the paths read so far: names that no path has, and slacks whose digits do not decide the filter.
    /// </summary>
    public IReadOnlyList<string> Notes => [.. _findings.Names.Notes, .. _findings.Doubts.Note is { } note ? [note] : Array.Empty<string>()];

    /// <summary>Parses a filter.</summary>
    /// <param name="text">The filter.</param>
    /// <param name="columns">The columns that it may ask about; null for those of <see cref="PathSchema"/>.</param>
    /// <exception cref="FilterException">The text is not a filter.</exception>
    public static PathFilter Parse(string text, ColumnSet? columns = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var filter = new PathFilter(text, FilterGrammar.Parse(text), columns ?? PathSchema.Columns, new FilterFindings());

        // An error in the filter is an error in all units.
        filter.In(TimingUnits.Default);
        return filter;
    }

    /// <summary>Whether it says something else of numbers that count something else: it names a unit.</summary>
    public bool DependsOnUnits => !In(TimingUnits.Default).Equals(In(new TimingUnits(1, 1)));

    /// <summary>Whether it asks points which part of the path they are on, so that those of the clocks' networks are among them.</summary>
    public bool AsksForPart => FilterCompiler.AsksForPartAnywhere(In(TimingUnits.Default));

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
    internal int Narrow(PathChunk chunk, Span<int> paths)
    {
        if (paths.IsEmpty)
        {
            return 0;
        }

        if (!ReferenceEquals(chunk.Units, _units) && chunk.Units != _units)
        {
            FilterNode root = In(chunk.Units);
            _condition = FilterCompiler.Compile(root);
            _slackBounds = FilterDoubts.BoundsOf(root);
            _names = _findings.Names.Of(root);
        }

        _units = chunk.Units;
        _findings.Doubts.Look(chunk, paths, _slackBounds);
        _findings.Names.Look(chunk, paths, _names, ref _passes);
        return _condition.Narrow(new Pass(chunk, ++_passes), paths);
    }

    /// <summary>The meaning of the text on reports in these units, for planners.</summary>
    internal FilterNode In(TimingUnits units) => new FilterChecker(Text, units, _columns).Check(_syntax);

    /// <summary>The same filter with scratch memory of its own.</summary>
    internal PathFilter Copy() => new(Text, _syntax, _columns, _findings);
}
