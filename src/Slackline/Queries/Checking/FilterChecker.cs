using Slackline.Queries.Model;
using Slackline.Queries.Syntax;
using Slackline.Timing;

namespace Slackline.Queries.Checking;

/// <summary>
/// Gives what was written a meaning: finds the columns, checks that types and units fit, and converts numbers into the report's units.
/// </summary>
/// <param name="text">The filter, for messages.</param>
/// <param name="units">The report's units.</param>
internal sealed partial class FilterChecker(string text, TimingUnits units)
{
    private int _depth;
    private bool _inPoints;

    /// <summary>Checks a whole filter.</summary>
    /// <exception cref="FilterException">Something in it makes no sense.</exception>
    public FilterNode Check(SyntaxNode filter) => Condition(filter);

    private FilterNode Condition(SyntaxNode syntax)
    {
        Descend(syntax);
        FilterNode condition = syntax switch
        {
            AndSyntax and => new AndNode(new([.. and.Operands.Select(Condition).SelectMany(Parts<AndNode>(static node => node.Parts))])),
            OrSyntax or => new OrNode(new([.. or.Operands.Select(Condition).SelectMany(Parts<OrNode>(static node => node.Parts))])),
            NotSyntax not => new NotNode(Condition(not.Operand)),
            QuantifierSyntax quantified => new QuantifierNode(quantified.Quantifier, PointCondition(quantified.Operand, quantified.Span)),
            ComparisonSyntax comparison => Comparison(comparison),
            PatternSyntax pattern => Pattern(pattern),
            InSyntax list => In(list),
            IsNullSyntax isNull => IsNull(isNull),
            NameSyntax name => ConditionColumn(name),
            _ => throw Error($"expected a condition such as slack < 0, found {Kind(syntax)}", syntax.Span),
        };
        _depth--;
        return condition;
    }

    // "(a and b) and c" means "a and b and c": planners look for parts, not for parentheses.
    private static Func<FilterNode, IEnumerable<FilterNode>> Parts<TNode>(Func<TNode, ValueList<FilterNode>> parts)
        where TNode : FilterNode => node => node is TNode nested ? parts(nested) : [node];

    private FilterNode PointCondition(SyntaxNode syntax, SourceSpan quantifier)
    {
        if (_inPoints)
        {
            throw Error("any, all, no and count cannot stand inside one another", quantifier);
        }

        _inPoints = true;
        FilterNode condition = Condition(syntax);
        _inPoints = false;
        return condition;
    }

    private FilterNode Comparison(ComparisonSyntax comparison) =>
        IsText(comparison.Left) || IsText(comparison.Right) ? TextComparison(comparison) : NumberComparison(comparison);

    private FilterNode In(InSyntax list) => IsText(list.Operand) ? TextIn(list) : NumberIn(list);

    private FilterNode IsNull(IsNullSyntax test)
    {
        FilterNode isNull = IsText(test.Operand) ? TextIsNull(test.Operand) : new NumberIsNullNode(Number(test.Operand).Node);
        return test.Negated ? new NotNode(isNull) : isNull;
    }

    private FilterNode ConditionColumn(NameSyntax name)
    {
        FilterColumn column = Column(name);
        return column.Id switch
        {
            ColumnId.Violated => new ViolatedNode(),
            ColumnId.Constrained => new NotNode(new NumberIsNullNode(new NumberColumnNode(ColumnId.Slack))),
            _ => throw Error(
                $"'{name.Name}' is no condition", name.Span, column.Kind == FilterColumnKind.Text ? $"write {name.Name} = \"…\"" : $"write {name.Name} < …"),
        };
    }

    private FilterColumn Column(NameSyntax name)
    {
        FilterColumn? column = FilterColumns.Find(name.Name);
        if (column is null)
        {
            throw UnknownColumn(name);
        }

        if (column.IsPoint && !_inPoints)
        {
            throw Error($"'{name.Name}' speaks of one point of a path", name.Span, "put any, all or no before the condition, or count(…) around it");
        }

        if (!column.IsPoint && _inPoints)
        {
            throw Error($"'{name.Name}' speaks of the whole path, and only columns of points can stand behind any, all, no and in count(…)", name.Span);
        }

        return column;
    }

    private FilterException UnknownColumn(NameSyntax name)
    {
        string? near = Suggestions.Nearest(name.Name, FilterColumns.Names)
            ?? FilterColumns.Find(FilterColumns.PointPrefix + name.Name)?.Name;
        return Error($"unknown column '{name.Name}'", name.Span, near is null ? null : $"did you mean '{near}'?");
    }

    // The parser bounds parentheses; this bounds what is deep without them, as in "not not not …" and "1 + 1 + 1 + …".
    private void Descend(SyntaxNode syntax)
    {
        if (++_depth > PathFilter.MaxDepth)
        {
            throw Error($"nested more than {PathFilter.MaxDepth} deep", syntax.Span);
        }
    }

    private static string Kind(SyntaxNode syntax) => syntax switch
    {
        StringSyntax => "a string",
        NumberSyntax or NegateSyntax or ArithmeticSyntax or CallSyntax => "a number",
        NameSyntax name => $"'{name.Name}'",
        _ => "a condition",
    };

    private FilterException Error(string problem, SourceSpan span, string? hint = null) => new(problem, hint, text, span.Start, span.Length);
}
