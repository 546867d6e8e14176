using System.Text;
using Slackline.Queries.Checking;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Model;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries;

/// <summary>
/// Finds the names in a filter that no path has: a misspelt group or clock gives no paths, and that must not look like "no violations
/// there". Asked of each chunk only until a path has the name. Copies of a filter share one.
/// </summary>
internal sealed class UnknownNames
{
    private const int MaxSeen = 200;
    private const int MaxShown = 8;

    private readonly Lock _lock = new();
    private readonly Dictionary<FilterNode, Asked> _asked = [];

    /// <summary>The note for the user.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            lock (_lock)
            {
                return [.. _asked.Values.Where(static asked => !asked.IsFound).Select(static asked => asked.Note)];
            }
        }
    }

    /// <summary>The questions for names in a filter, for one copy of it.</summary>
    public NameQuestion[] Of(FilterNode root)
    {
        var questions = new List<NameQuestion>();
        Collect(root);
        lock (_lock)
        {
            foreach (NameQuestion question in questions)
            {
                _asked.TryAdd(question.Node, new Asked(question));
            }
        }

        return [.. questions];

        void Collect(FilterNode node)
        {
            switch (node)
            {
                case TextNode { Negated: false } text when text.Column?.Noun is not null:
                    questions.Add(new NameQuestion(node, [text]));
                    break;
                case OrNode any when AskOneName(any):
                    questions.Add(new NameQuestion(node, [.. any.Parts.Cast<TextNode>()]));
                    break;
                case JunctionNode junction:
                    foreach (FilterNode part in junction.Parts)
                    {
                        Collect(part);
                    }

                    break;
            }
        }
    }

    /// <summary>Looks whether some paths have the names.</summary>
    public void Look(PathChunk chunk, ReadOnlySpan<int> paths, NameQuestion[] questions, ref long passes)
    {
        foreach (NameQuestion question in questions)
        {
            if (question.IsFound)
            {
                continue;
            }

            lock (_lock)
            {
                Asked asked = _asked[question.Node];
                question.IsFound = asked.IsFound = asked.IsFound || question.IsIn(chunk, paths, ref passes);
                if (!asked.IsFound)
                {
                    asked.See(chunk);
                }
            }
        }
    }

    // One name asked of several columns: either clock, the endpoint or its pin.
    private static bool AskOneName(OrNode any) =>
        any.Parts.All(static part => part is TextNode { Negated: false } text && text.Column?.Noun is not null)
        && any.Parts.Cast<TextNode>().Select(static text => text.Test).Distinct().Count() == 1;

    // A name that the filter asks for, and names that were seen instead.
    private sealed class Asked(NameQuestion question)
    {
        private readonly HashSet<string> _seen = [];
        private readonly TextColumn _column = question.Columns[0].Column!;
        private readonly TextTest _test = question.Columns[0].Test;
        private string? _below;

        public bool IsFound { get; set; }

        public string Note => $"no path has {Article(_column.Noun!)} {Name}{Hint}";

        // Path groups, clocks and corners are few, so the existing ones can be listed.
        private bool IsOfFew => _column.Noun is not ("startpoint" or "endpoint");

        private string Name => _test switch
        {
            OneOfTest one => string.Join(" or ", one.Values.Select(static value => $"\"{value}\"")),
            LikeTest like => $"like \"{like.Glob}\"",
            MatchesTest matches => $"that matches \"{matches.Pattern}\"",
            UnderTest under => $"under \"{under.Prefix}\"",
            _ => "of that name",
        };

        private string? Literal => _test switch
        {
            OneOfTest { Values: [var only] } => only,
            LikeTest like when like.Glob.AsSpan().IndexOfAny('*', '?') < 0 => like.Glob,
            UnderTest under => under.Prefix,
            _ => null,
        };

        private string Hint
        {
            get
            {
                if (_below is not null)
                {
                    return $"; names are compared whole, and there are some below it, such as \"{_below}\": write \"{Literal}/*\" with like, or under \"{Literal}\"";
                }

                string? near = Literal is { } literal ? Suggestions.Nearest(literal, _seen) : null;
                return near is not null ? $"; did you mean \"{near}\"?"
                    : !IsOfFew || _seen.Count == 0 ? ""
                    : $"; there {(_seen.Count == 1 ? "is" : "are")} {string.Join(", ", _seen.Order(StringComparer.Ordinal).Take(MaxShown))}{(_seen.Count > MaxShown ? ", ..." : "")}";
            }
        }

        public void See(PathChunk chunk)
        {
            Span<int> id = stackalloc int[1];
            foreach (TextNode text in question.Columns)
            {
                TextSource source = FilterCompiler.Source(text.Operand);
                int last = -1;
                for (int path = 0; path < chunk.Count && _seen.Count < MaxSeen; path++)
                {
                    source.Ids(chunk, [path], id);
                    if (id[0] < 0 || id[0] == last)
                    {
                        continue;
                    }

                    last = id[0];
                    string name = Encoding.UTF8.GetString(source.Text(chunk, last));
                    if (name.Length > 0)
                    {
                        _seen.Add(name);
                    }

                    if (_below is null && _test is not UnderTest && Literal is { } literal
                        && name.StartsWith(literal + "/", StringComparison.Ordinal))
                    {
                        _below = name;
                    }
                }
            }
        }

        private static string Article(string word) => word.StartsWith('e') ? $"an {word}" : $"a {word}";
    }
}

/// <summary>A name that a filter asks for, in one column or in several.</summary>
internal sealed class NameQuestion(FilterNode node, TextNode[] columns)
{
    private readonly Condition[] _conditions = [.. columns.Select(static text => FilterCompiler.Compile(text))];
    private int[] _paths = [];

    public FilterNode Node => node;

    public TextNode[] Columns => columns;

    /// <summary>Whether a path that has it was met.</summary>
    public bool IsFound { get; set; }

    /// <summary>Whether one of some paths has it.</summary>
    public bool IsIn(PathChunk chunk, ReadOnlySpan<int> paths, ref long passes)
    {
        foreach (Condition condition in _conditions)
        {
            _paths = _paths.Length < paths.Length ? new int[PathChunk.Capacity] : _paths;
            Span<int> some = _paths.AsSpan(0, paths.Length);
            paths.CopyTo(some);
            if (condition.Narrow(new Pass(chunk, ++passes), some) > 0)
            {
                return true;
            }
        }

        return false;
    }
}
