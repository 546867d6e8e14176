using Slackline.Queries.Model;
using Slackline.Queries.Syntax;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Checking;

/// <summary>
/// Gives the parsed text its meaning: resolves the columns, checks that types and units fit, and converts numbers into the report's
/// units.
/// </summary>
/// <param name="text">The filter, for messages.</param>
/// <param name="units">The report's units.</param>
/// <param name="columns">The columns that there are.</param>
internal sealed partial class FilterChecker(string text, TimingUnits units, ColumnSet columns)
{
    private int _depth;
    private bool _inPoints;

    // Null in a filter; for an item of a list, whether it refers to points.
    private bool? _isListed;

    /// <summary>Checks a whole filter.</summary>
    /// <exception cref="FilterException">Something in it makes no sense.</exception>
    public FilterNode Check(SyntaxNode filter) => Condition(filter);

    /// <summary>The first column of points in an expression that makes it one of a point; null in one of the whole path.</summary>
    public NameSyntax? PointIn(SyntaxNode syntax) => syntax switch
    {
        NameSyntax name => columns.Find(name.Name)?.IsPoint == true ? name : null,
        NegateSyntax negation => PointIn(negation.Operand),
        NotSyntax not => PointIn(not.Operand),
        ArithmeticSyntax arithmetic => PointIn(arithmetic.Left) ?? PointIn(arithmetic.Right),
        ComparisonSyntax comparison => PointIn(comparison.Left) ?? PointIn(comparison.Right),
        AndSyntax and => FirstPoint(and.Operands),
        OrSyntax or => FirstPoint(or.Operands),
        InSyntax list => PointIn(list.Operand),
        PatternSyntax pattern => PointIn(pattern.Operand),
        IsNullSyntax isNull => PointIn(isNull.Operand),
        CallSyntax call when !IsOfPoints(call) => FirstPoint(call.Arguments),
        _ => null,
    };

    private NameSyntax? FirstPoint(IEnumerable<SyntaxNode> parts) =>
        parts.Select(PointIn).FirstOrDefault(static point => point is not null);

    /// <summary>Checks an expression that stands alone: a text, a number or a condition.</summary>
    /// <exception cref="FilterException">It makes no sense.</exception>
    public CheckedValue Value(SyntaxNode syntax)
    {
        _isListed = _inPoints = PointIn(syntax) is not null;
        if (syntax is StringSyntax or NumberSyntax)
        {
            throw Error($"expected a column, found {Kind(syntax)}", syntax.Span);
        }

        if (syntax is NameSyntax name && columns.Find(name.Name) is null)
        {
            throw UnknownColumn(name);
        }

        if (IsText(syntax))
        {
            return new CheckedValue(ColumnType.Text, SingleText(syntax), null, "");
        }

        if (IsCondition(syntax))
        {
            return new CheckedValue(ColumnType.Flag, null, new ConditionNode(Condition(syntax)), "");
        }

        (NumberNode number, Dimension dimension) = Number(syntax);
        return new CheckedValue(dimension.Kind, null, number, dimension.UnitText(units));
    }

    private bool IsCondition(SyntaxNode syntax) =>
        syntax is AndSyntax or OrSyntax or NotSyntax or QuantifierSyntax or ComparisonSyntax or PatternSyntax or InSyntax or IsNullSyntax
        || (syntax is NameSyntax name && columns.Find(name.Name)?.Type == ColumnType.Flag);

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

    private FilterNode PointCondition(SyntaxNode syntax, SourceSpan quantifier) => OfPoints(syntax, quantifier, Condition);

    private T OfPoints<T>(SyntaxNode syntax, SourceSpan quantifier, Func<SyntaxNode, T> check)
    {
        if (_inPoints)
        {
            throw Error("any, all, no, count, sum, and min and max of one number cannot stand inside one another", quantifier);
        }

        _inPoints = true;
        T inside = check(syntax);
        _inPoints = false;
        return inside;
    }

    private FilterNode Comparison(ComparisonSyntax comparison) =>
        IsText(comparison.Left) || IsText(comparison.Right) ? TextComparison(comparison) : NumberComparison(comparison);

    private FilterNode In(InSyntax list) => IsText(list.Operand) ? TextIn(list) : NumberIn(list);

    private FilterNode IsNull(IsNullSyntax test)
    {
        FilterNode isNull = IsText(test.Operand) ? TextIsNull(test.Operand)
            : test.Operand is NameSyntax name && IsCondition(name) ? new NumberIsNullNode(new ConditionNode(ConditionColumn(name)))
            : new NumberIsNullNode(Number(test.Operand).Node);
        return test.Negated ? new NotNode(isNull) : isNull;
    }

    private FlagNode ConditionColumn(NameSyntax name)
    {
        Column column = Column(name);
        return column is FlagColumn flag
            ? new FlagNode(flag)
            : throw Error(
                $"'{name.Name}' is no condition", name.Span,
                column.Type == ColumnType.Text ? $"write {name.Name} = \"…\"" : $"write {name.Name} < …");
    }

    private Column Column(NameSyntax name)
    {
        Column? column = columns.Find(name.Name);
        if (column is null)
        {
            throw UnknownColumn(name);
        }

        if (column.IsPoint && !_inPoints)
        {
            throw Error(
                $"'{name.Name}' is a value of one point of a path",
                name.Span,
                "put any, all or no before the condition, or count(…) around it, or sum(…) around a number");
        }

        if (!column.IsPoint && _inPoints)
        {
            throw Error(
                $"'{name.Name}' is a value of the whole path, and only columns of points can stand "
                + (_isListed == true ? "beside those" : "after any, all, no and in count(…) or sum(…)"),
                name.Span);
        }

        return column;
    }

    private FilterException UnknownColumn(NameSyntax name)
    {
        string? near = Suggestions.Nearest(name.Name, columns.Names)
            ?? columns.Find(PathSchema.PointPrefix + name.Name)?.Name;
        return Error(
            $"unknown column '{name.Name}'", name.Span,
            near is not null
                ? $"did you mean '{near}'?"
                : _isListed is null
                ? null
                : $"there are {string.Join(", ", columns.All.Select(static column => column.Name))}");
    }

    // The parser bounds the depth of parentheses; this bounds depth without them, as in "not not not …" and "1 + 1 + 1 + …".
    private void Descend(SyntaxNode syntax)
    {
        if (++_depth > PathFilter.MaxDepth)
        {
            throw Error($"nested more than {PathFilter.MaxDepth} deep", syntax.Span);
        }
    }

    private string Kind(SyntaxNode syntax) => syntax switch
    {
        StringSyntax => "a string",
        _ when IsText(syntax) && syntax is CallSyntax => "a text",
        NumberSyntax or NegateSyntax or ArithmeticSyntax or CallSyntax => "a number",
        NameSyntax name => $"'{name.Name}'",
        _ => "a condition",
    };

    private FilterException Error(string problem, SourceSpan span, string? hint = null) =>
        new(problem, hint, text, span.Start, span.Length);
}
