using Slackline.Queries.Model;
using Slackline.Queries.Syntax;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Checking;

/// <content>Texts: names, clocks, details.</content>
internal sealed partial class FilterChecker
{
    private const int MaxLevels = 1_000;

    private bool IsText(SyntaxNode syntax) =>
        syntax is StringSyntax
        || (syntax is NameSyntax name && columns.Find(name.Name)?.Type == ColumnType.Text)
        || (syntax is CallSyntax call && Function(call) is "bus" or "level");

    private FilterNode TextComparison(ComparisonSyntax comparison)
    {
        if (comparison.Operator is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
        {
            throw Error("texts have no order", comparison.Span, "compare them with =, !=, in, like, matches or under");
        }

        bool negated = comparison.Operator == ComparisonOperator.NotEqual;
        return (comparison.Left, comparison.Right) switch
        {
            (StringSyntax, StringSyntax) =>
                throw Error("expected a column on one side of the comparison, found two strings", comparison.Span),
            (StringSyntax value, NameSyntax or CallSyntax) => Test(Text(comparison.Right), Equal(comparison.Right, value), negated),
            (NameSyntax or CallSyntax, StringSyntax value) => Test(Text(comparison.Left), Equal(comparison.Left, value), negated),
            (var left, NameSyntax right) when IsText(left) && columns.Find(right.Name) is not null =>
                new TextComparisonNode(SingleText(left), SingleText(right), negated),
            (var left, CallSyntax right) when IsText(left) => new TextComparisonNode(SingleText(left), SingleText(right), negated),
            (CallSyntax left, NameSyntax right) when IsText(right) => new TextComparisonNode(SingleText(left), SingleText(right), negated),
            (var left, _) when IsText(left) => throw NotAString(comparison.Right),
            _ => throw NotAString(comparison.Left),
        };
    }

    private FilterNode TextIn(InSyntax list)
    {
        TextValueNode column = Text(list.Operand);
        var values = list.Values.Select(value => value as StringSyntax ?? throw NotAString(value)).ToArray();
        foreach (StringSyntax value in values)
        {
            CheckValue(column, value);
        }

        return Test(column, OneOf(column, values.Select(static value => value.Value)), list.Negated);
    }

    private FilterNode Pattern(PatternSyntax syntax)
    {
        TextValueNode column = Text(syntax.Operand);
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
        TextValueNode column = Text(syntax);
        return IsClock(column) ? NoClock() : new TextIsNullNode(column);
    }

    // "clock" is two columns: one of them must fit, or, negated, none may (and one must be there).
    private static FilterNode Test(TextValueNode column, TextTest test, bool negated)
    {
        if (!IsClock(column))
        {
            return new TextNode(column, test, negated);
        }

        var launch = new TextNode(PathSchema.LaunchClock, test, false);
        var capture = new TextNode(PathSchema.CaptureClock, test, false);
        return negated ? new NotNode(new OrNode(new(launch, capture, NoClock()))) : new OrNode(new(launch, capture));
    }

    private static AndNode NoClock() => new(new(new TextIsNullNode(PathSchema.LaunchClock), new TextIsNullNode(PathSchema.CaptureClock)));

    private static bool IsClock(TextValueNode text) => text is TextColumnNode { Column.Either: not null };

    private TextValueNode Text(SyntaxNode syntax)
    {
        if (syntax is CallSyntax call && IsText(call))
        {
            Descend(call);
            TextValueNode made = Function(call) == "bus" ? Bus(call) : Level(call);
            _depth--;
            return made;
        }

        if (syntax is not NameSyntax name)
        {
            throw Error($"expected a text column, found {Kind(syntax)}", syntax.Span);
        }

        return Column(name) is TextColumn column
            ? new TextColumnNode(column)
            : throw Error($"expected a text column, found '{name.Name}'", name.Span);
    }

    private BusNode Bus(CallSyntax call)
    {
        Expect(call, 1);
        return new BusNode(SingleText(call.Arguments[0]));
    }

    private LevelNode Level(CallSyntax call)
    {
        Expect(call, 2);
        TextValueNode operand = SingleText(call.Arguments[0]);
        return call.Arguments[1] is NumberSyntax { Value: >= 1 and <= MaxLevels and var levels, Unit: null } && levels == Math.Floor(levels)
            ? new LevelNode(operand, (int)levels)
            : throw Error($"expected a number of levels: a whole number from 1 to {MaxLevels}", call.Arguments[1].Span);
    }

    private TextValueNode SingleText(SyntaxNode syntax)
    {
        TextValueNode text = Text(syntax);
        return !IsClock(text)
            ? text
            : throw Error(
                "'clock' stands for two columns", syntax.Span,
                _isListed is null ? "compare launch_clock or capture_clock" : "write launch_clock, capture_clock");
    }

    private OneOfTest Equal(SyntaxNode column, StringSyntax value)
    {
        TextValueNode text = Text(column);
        CheckValue(text, value);
        return OneOf(text, [value.Value]);
    }

    // Versions of the tool name some path groups differently, and people have other words for some columns' own.
    private static OneOfTest OneOf(TextValueNode text, IEnumerable<string> values)
    {
        TextColumn? column = (text as TextColumnNode)?.Column;
        IEnumerable<string> words = column == PathSchema.PathGroup
            ? values.SelectMany(PathGroupNames.Of)
            : values.Select(value => column?.OtherWords.GetValueOrDefault(value) ?? value);
        return new(new([.. words.Distinct()]));
    }

    // Columns of a few values only: another one is a mistake that would silently match nothing.
    private void CheckValue(TextValueNode text, StringSyntax value)
    {
        TextColumn? column = (text as TextColumnNode)?.Column;
        string[] values = column is null ? [] : [.. column.Words, .. column.OtherWords.Keys];
        if (values.Length > 0 && !values.Contains(value.Value))
        {
            string known = string.Join(" or ", values.Select(static word => $"\"{word}\""));
            throw Error($"'{column!.Name}' is never \"{value.Value}\"", value.Span, $"it is {known}");
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
        return name.Length > 0
                ? new UnderTest(name)
                : throw Error("expected the name of an instance after 'under', found none", prefix.Span);
    }

    private FilterException NotAString(SyntaxNode syntax) => FirstUnknown(syntax) is { } name
        ? Error($"unknown column '{name.Name}'", name.Span, SyntaxErrors.Unquoted(text.Substring(syntax.Span.Start, syntax.Span.Length)))
        : Error($"expected a string in quotes, found {Kind(syntax)}", syntax.Span);

    // A name such as core/alu reads as a division when it is not quoted.
    private NameSyntax? FirstUnknown(SyntaxNode syntax)
    {
        while (syntax is ArithmeticSyntax arithmetic)
        {
            syntax = arithmetic.Left;
        }

        return syntax is NameSyntax name && columns.Find(name.Name) is null ? name : null;
    }
}
