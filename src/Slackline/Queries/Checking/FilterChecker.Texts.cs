using Slackline.Queries.Evaluation;
using Slackline.Queries.Model;
using Slackline.Queries.Syntax;
using Slackline.Timing;

namespace Slackline.Queries.Checking;

/// <content>Texts: names, clocks, details.</content>
internal sealed partial class FilterChecker
{
    private static bool IsText(SyntaxNode syntax) =>
        syntax is StringSyntax || (syntax is NameSyntax name && FilterColumns.Find(name.Name)?.Kind == FilterColumnKind.Text);

    private FilterNode TextComparison(ComparisonSyntax comparison)
    {
        if (comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
        {
            throw Error("texts have no order", comparison.Span, "compare them with =, !=, in, like, matches or under");
        }

        bool negated = comparison.Operator == ComparisonOperator.NotEqual;
        return (comparison.Left, comparison.Right) switch
        {
            (StringSyntax, StringSyntax) => throw Error("expected a column on one side of the comparison, found two strings", comparison.Span),
            (StringSyntax value, NameSyntax column) => Test(TextColumn(column), Equal(column, value), negated),
            (NameSyntax column, StringSyntax value) => Test(TextColumn(column), Equal(column, value), negated),
            (NameSyntax left, NameSyntax right) when IsText(left) && FilterColumns.Find(right.Name) is not null =>
                new TextComparisonNode(SingleColumn(left), SingleColumn(right), negated),
            (NameSyntax left, _) when IsText(left) => throw NotAString(comparison.Right),
            _ => throw NotAString(comparison.Left),
        };
    }

    private FilterNode TextIn(InSyntax list)
    {
        ColumnId column = TextColumn(list.Operand);
        var values = list.Values.Select(value => value as StringSyntax ?? throw NotAString(value)).ToArray();
        foreach (StringSyntax value in values)
        {
            CheckValue(column, value);
        }

        return Test(column, OneOf(column, values.Select(static value => value.Value)), list.Negated);
    }

    private FilterNode Pattern(PatternSyntax syntax)
    {
        ColumnId column = TextColumn(syntax.Operand);
        string pattern = syntax.Pattern.Value;
        return Test(
            column,
            syntax.Kind switch
            {
                PatternKind.Like => new LikeTest(pattern),
                PatternKind.Matches => Regex(syntax.Pattern),
                _ => Under(syntax.Pattern),
            },
            syntax.Negated);
    }

    private FilterNode TextIsNull(SyntaxNode syntax)
    {
        ColumnId column = TextColumn(syntax);
        return column == ColumnId.Clock ? NoClock() : new TextIsNullNode(column);
    }

    // "clock" is two columns: one of them must fit, or, negated, none may (and one must be there).
    private static FilterNode Test(ColumnId column, TextTest test, bool negated)
    {
        if (column != ColumnId.Clock)
        {
            return new TextNode(column, test, negated);
        }

        var launch = new TextNode(ColumnId.LaunchClock, test, false);
        var capture = new TextNode(ColumnId.CaptureClock, test, false);
        return negated ? new NotNode(new OrNode(new(launch, capture, NoClock()))) : new OrNode(new(launch, capture));
    }

    private static AndNode NoClock() => new(new(new TextIsNullNode(ColumnId.LaunchClock), new TextIsNullNode(ColumnId.CaptureClock)));

    private ColumnId TextColumn(SyntaxNode syntax)
    {
        if (syntax is not NameSyntax name)
        {
            throw Error($"expected a text column, found {Kind(syntax)}", syntax.Span);
        }

        FilterColumn column = Column(name);
        return column.Kind == FilterColumnKind.Text ? column.Id : throw Error($"expected a text column, found '{name.Name}'", name.Span);
    }

    private ColumnId SingleColumn(NameSyntax name)
    {
        ColumnId column = TextColumn(name);
        return column != ColumnId.Clock
            ? column
            : throw Error("'clock' stands for two columns", name.Span, "compare launch_clock or capture_clock");
    }

    private OneOfTest Equal(NameSyntax column, StringSyntax value)
    {
        CheckValue(TextColumn(column), value);
        return OneOf(TextColumn(column), [value.Value]);
    }

    // Versions of the tool name some path groups differently.
    private static OneOfTest OneOf(ColumnId column, IEnumerable<string> values) =>
        new(new([.. (column == ColumnId.Group ? values.SelectMany(PathGroupNames.Of) : values).Distinct()]));

    // Columns of a few values only: another one is a mistake that would silently match nothing.
    private void CheckValue(ColumnId column, StringSyntax value)
    {
        string[] values = column switch
        {
            ColumnId.PathType => ["max", "min"],
            ColumnId.PointEdge => ["rise", "fall"],
            ColumnId.PointPart => PartSource.Words,
            _ => [],
        };
        if (values.Length > 0 && !values.Contains(value.Value))
        {
            string known = string.Join(" or ", values.Select(static word => $"\"{word}\""));
            throw Error($"'{FilterColumns.Of(column).Name}' is never \"{value.Value}\"", value.Span, $"it is {known}");
        }
    }

    private MatchesTest Regex(StringSyntax pattern)
    {
        try
        {
            FilterRegex.Create(pattern.Value);
            return new MatchesTest(pattern.Value);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw Error($"the regular expression is not understood ({e.Message.TrimEnd('.')})", pattern.Span);
        }
    }

    private UnderTest Under(StringSyntax prefix)
    {
        string name = prefix.Value.TrimEnd('/', '.');
        return name.Length > 0 ? new UnderTest(name) : throw Error("expected the name of an instance behind 'under', found none", prefix.Span);
    }

    private FilterException NotAString(SyntaxNode syntax) => FirstUnknown(syntax) is { } name
        ? Error($"unknown column '{name.Name}'", name.Span, SyntaxErrors.Unquoted(text.Substring(syntax.Span.Start, syntax.Span.Length)))
        : Error($"expected a string in quotes, found {Kind(syntax)}", syntax.Span);

    // A name such as core/alu reads as a division when it is not quoted.
    private static NameSyntax? FirstUnknown(SyntaxNode syntax)
    {
        while (syntax is ArithmeticSyntax arithmetic)
        {
            syntax = arithmetic.Left;
        }

        return syntax is NameSyntax name && FilterColumns.Find(name.Name) is null ? name : null;
    }
}
