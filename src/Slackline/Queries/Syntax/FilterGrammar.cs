using Parlot;
using Parlot.Fluent;
using Slackline.Queries.Model;

namespace Slackline.Queries.Syntax;

/// <summary>
/// The grammar of FILTERS.md. It never goes back: one look at the next word decides, and where a part is missing it says what it expected.
/// </summary>
internal static class FilterGrammar
{
    private const string ExpectedValue = "expected a column, a number, a string or '('";
    private const string ExpectedPattern = "expected a string in quotes";
    private const string ExpectedComma = "expected a comma";
    private const string ExpectedPredicate = "expected 'in', 'like', 'matches', '~' or 'under' after 'not'";

    private static readonly HashSet<string> s_keywords = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "or", "not", "any", "all", "no", "in", "like", "matches", "under", "is", "null", "where", "asc", "ascending", "desc",
        "descending",
    };

    private static readonly Parser<SyntaxNode> s_condition = Build();
    private static readonly Parser<SyntaxNode> s_filter = s_condition.AndSkip(
        SkipWhiteSpace(Eof()).ElseError("expected an operator or the end of the filter"));
    private static readonly Parser<IReadOnlyList<ListedSyntax>> s_list = List(Item(null), ExpectedComma);
    private static readonly Parser<IReadOnlyList<ListedSyntax>> s_order = List(
        Item(OneOf(Word("ascending"), Word("asc"), Word("descending"), Word("desc"))), "expected asc, desc or a comma");

    /// <summary>Reads a filter.</summary>
    /// <exception cref="FilterException">The text is not a filter.</exception>
    public static SyntaxNode Parse(string text) => Parse(text, s_filter, "filter");

    /// <summary>Reads a list of expressions.</summary>
    /// <param name="text">The list.</param>
    /// <param name="isOrder">Whether it is an order.</param>
    /// <exception cref="FilterException">The text is not a list.</exception>
    public static IReadOnlyList<ListedSyntax> ParseList(string text, bool isOrder) => Parse(text, isOrder ? s_order : s_list, "list");

    private static T Parse<T>(string text, Parser<T> parser, string kind)
    {
        if (text.Length > PathFilter.MaxTextLength)
        {
            throw new FilterException(
                $"the {kind} has {text.Length} characters and may have {PathFilter.MaxTextLength}: it is too long", null, text,
                PathFilter.MaxTextLength, text.Length - PathFilter.MaxTextLength);
        }

        // Only an opening parenthesis makes the grammar recurse; the filter itself is the first level.
        var context = new ParseContext(new Scanner(text), PathFilter.MaxDepth + 1, disableLoopDetection: true);
        return parser.TryParse(context, out T? parsed, out ParseError? error)
            ? parsed!
            : throw SyntaxErrors.Describe(text, error!, ExpectedPattern, kind);
    }

    private static Parser<SyntaxNode> Build()
    {
        Deferred<SyntaxNode> condition = Deferred<SyntaxNode>();
        Parser<SyntaxNode> value = Product(Negation(Primary(condition).ElseError(ExpectedValue)));
        Parser<SyntaxNode> sum = Arithmetic(
            value, (Terms.Text("+"), ArithmeticOperator.Add), (Terms.Text("-"), ArithmeticOperator.Subtract));
        Parser<SyntaxNode> conjunction = Chain(
            Prefixed(Predicate(sum)), OneOf(Word("and"), Terms.Text("&&")), (parts, span) => new AndSyntax(parts, span));
        condition.Parser = Chain(conjunction, OneOf(Word("or"), Terms.Text("||")), (parts, span) => new OrSyntax(parts, span));
        return condition;
    }

    private static Parser<ListedSyntax> Item(Parser<string>? direction)
    {
        Parser<SyntaxNode> value = s_condition.ElseError(ExpectedValue);
        return direction is null
            ? value.Then(static (_, start, end, value) => new ListedSyntax(value, null, new SourceSpan(start, end)))
            : value.Then(static (_, start, end, value) => new ListedSyntax(value, null, new SourceSpan(start, end)))
                .And(ZeroOrOne(direction))
                .Then(static parts => parts.Item2 is [var word] ? parts.Item1 with { Direction = word } : parts.Item1);
    }

    private static Parser<IReadOnlyList<ListedSyntax>> List(Parser<ListedSyntax> item, string expectedEnd) =>
        Separated(Terms.Char(','), item).AndSkip(SkipWhiteSpace(Eof()).ElseError(expectedEnd));

    private static Parser<SyntaxNode> Primary(Parser<SyntaxNode> condition)
    {
        Parser<NameSyntax> name = Terms.Identifier(extraPart: static c => c == '.')
            .When(static (_, word) => !s_keywords.Contains(word.ToString()!))
            .Then(static (_, start, end, word) => new NameSyntax(word.ToString()!, new SourceSpan(start, end)));

        Parser<SyntaxNode> number = Terms.Number<double>(NumberOptions.AllowDecimalSeparator | NumberOptions.AllowExponent)
            .Then(static (_, start, end, number) => new NumberSyntax(number, null, new SourceSpan(start, end)))
            .And(ZeroOrOne(name))
            .Then(static SyntaxNode (parts) => parts.Item2 is [var unit]
                ? parts.Item1 with { Unit = unit, Span = parts.Item1.Span.To(unit.Span) }
                : parts.Item1);

        Parser<SyntaxNode> text = Text().Then(static SyntaxNode (text) => text);

        Parser<(IReadOnlyList<SyntaxNode> Arguments, SyntaxNode? Where, int End)> arguments = Terms.Char('(')
            .SkipAnd(Separated(Terms.Char(','), condition))
            .And(ZeroOrOne(Word("where").SkipAnd(condition.ElseError(ExpectedValue))))
            .And(Terms.Char(')').ElseError("expected ',', ')' or an operator").Then(static (_, _, end, _) => end))
            .Then(static parts => (parts.Item1, parts.Item2 is [var where] ? where : null, parts.Item3));

        Parser<SyntaxNode> nameOrCall = name.And(ZeroOrOne(arguments))
            .Then(static SyntaxNode (parts) => parts.Item2 is [var call]
                ? new CallSyntax(parts.Item1, call.Arguments, call.Where, parts.Item1.Span with { End = call.End })
                : parts.Item1);

        Parser<SyntaxNode> inParentheses = Between(Terms.Char('('), condition, Terms.Char(')').ElseError("expected an operator or ')'"));
        return OneOf(number, text, nameOrCall, inParentheses);
    }

    // A backslash before a quote or a backslash makes it ordinary; before anything else it is a backslash, so that "\d+" and "\bus[0]" need
    // no second one.
    private static Parser<StringSyntax> Text() => OneOf(Quoted('"'), Quoted('\''))
        .Then(static (_, start, end, text) => new StringSyntax(text, new SourceSpan(start, end)));

    private static Parser<string> Quoted(char quote)
    {
        Parser<char> escaped = OneOf(Literals.Char('\\'), Literals.Char('"'), Literals.Char('\''));
        Parser<string> piece = OneOf(
            Literals.Char('\\').SkipAnd(escaped).Then(static c => c.ToString()),
            Literals.NoneOf([quote], 1, 1).Then(static c => c.ToString()!));
        return Terms.Char(quote)
            .SkipAnd(ZeroOrMany(piece))
            .AndSkip(Literals.Char(quote).ElseError($"expected {quote} at the end of the string"))
            .Then(static pieces => string.Concat(pieces));
    }

    private static Parser<SyntaxNode> Negation(Parser<SyntaxNode> operand) =>
        ZeroOrMany(Terms.Char('-').Then(static (_, start, _, _) => start)).And(operand)
            .Then(static parts => parts.Item1.Reverse().Aggregate(
                parts.Item2, static (inner, start) => new NegateSyntax(inner, inner.Span with { Start = start })));

    private static Parser<SyntaxNode> Product(Parser<SyntaxNode> operand) =>
        Arithmetic(operand, (Terms.Text("*"), ArithmeticOperator.Multiply), (Terms.Text("/"), ArithmeticOperator.Divide));

    private static Parser<SyntaxNode> Arithmetic(
        Parser<SyntaxNode> operand, params (Parser<string> Sign, ArithmeticOperator Operator)[] operators) =>
        operand.LeftAssociative([.. operators.Select(static o => (o.Sign, Join(o.Operator)))]);

    private static Func<SyntaxNode, SyntaxNode, SyntaxNode> Join(ArithmeticOperator sign) =>
        (left, right) => new ArithmeticSyntax(left, sign, right, left.Span.To(right.Span));

    // A comparison or test after a value is read as a function that is applied to that value.
    private static Parser<SyntaxNode> Predicate(Parser<SyntaxNode> value) =>
        value.And(ZeroOrOne(OneOf(Comparison(value), Test(value), NullTest())))
            .Then(static parts => parts.Item2 is [var apply] ? apply(parts.Item1) : parts.Item1);

    private static Parser<Func<SyntaxNode, SyntaxNode>> Comparison(Parser<SyntaxNode> value)
    {
        Parser<ComparisonOperator> sign = OneOf(
            Terms.Text("<=").Then(ComparisonOperator.LessOrEqual),
            Terms.Text("<>").Then(ComparisonOperator.NotEqual),
            Terms.Text("<").Then(ComparisonOperator.Less),
            Terms.Text(">=").Then(ComparisonOperator.GreaterOrEqual),
            Terms.Text(">").Then(ComparisonOperator.Greater),
            Terms.Text("==").Then(ComparisonOperator.Equal),
            Terms.Text("=").Then(ComparisonOperator.Equal),
            Terms.Text("!=").Then(ComparisonOperator.NotEqual));
        return sign.And(value).Then<Func<SyntaxNode, SyntaxNode>>(static parts =>
            left => new ComparisonSyntax(left, parts.Item1, parts.Item2, left.Span.To(parts.Item2.Span)));
    }

    private static Parser<Func<SyntaxNode, SyntaxNode>> Test(Parser<SyntaxNode> value)
    {
        Parser<PatternKind> kind = OneOf(
            Word("like").Then(PatternKind.Like),
            Word("matches").Then(PatternKind.Matches),
            Terms.Text("~").Then(PatternKind.Matches),
            Word("under").Then(PatternKind.Under));
        Parser<Func<SyntaxNode, bool, SyntaxNode>> pattern = kind.And(Text().ElseError(ExpectedPattern))
            .Then<Func<SyntaxNode, bool, SyntaxNode>>(static parts => (operand, negated) =>
                new PatternSyntax(operand, parts.Item1, parts.Item2, negated, operand.Span.To(parts.Item2.Span)));
        Parser<Func<SyntaxNode, bool, SyntaxNode>> list = Word("in")
            .SkipAnd(List(value, "expected ',' or ')'").ElseError("expected '(' and a list of values"))
            .Then<Func<SyntaxNode, bool, SyntaxNode>>(static list => (operand, negated) =>
                new InSyntax(operand, list.Item1, negated, operand.Span with { End = list.Item2 }));
        Parser<Func<SyntaxNode, bool, SyntaxNode>> test = OneOf(pattern, list);
        return OneOf(
            Word("not")
                .SkipAnd(test.ElseError(ExpectedPredicate))
                .Then<Func<SyntaxNode, SyntaxNode>>(static apply => operand => apply(operand, true)),
            test.Then<Func<SyntaxNode, SyntaxNode>>(static apply => operand => apply(operand, false)));
    }

    private static Parser<Func<SyntaxNode, SyntaxNode>> NullTest() =>
        Word("is").SkipAnd(ZeroOrOne(Word("not"))).AndSkip(Word("null").ElseError("expected 'null' or 'not null' after 'is'"))
            .Then<Func<SyntaxNode, SyntaxNode>>(static (_, _, end, not) =>
                operand => new IsNullSyntax(operand, not.Count > 0, operand.Span with { End = end }));

    private static Parser<SyntaxNode> Prefixed(Parser<SyntaxNode> predicate)
    {
        Parser<Func<SyntaxNode, SyntaxNode>> prefix = OneOf(
            OneOf(Word("not"), Terms.Text("!")).Then(
                static (_, start, _, _) => Apply(operand => new NotSyntax(operand, operand.Span with { Start = start }))),
            Quantified("any", Quantifier.Any),
            Quantified("all", Quantifier.All),
            Quantified("no", Quantifier.No));
        return ZeroOrMany(prefix).And(predicate)
            .Then(static parts => parts.Item1.Reverse().Aggregate(parts.Item2, static (inner, apply) => apply(inner)));
    }

    private static Parser<Func<SyntaxNode, SyntaxNode>> Quantified(string word, Quantifier quantifier) => Word(word)
        .Then((_, start, _, _) => Apply(operand => new QuantifierSyntax(quantifier, operand, operand.Span with { Start = start })));

    private static Func<SyntaxNode, SyntaxNode> Apply(Func<SyntaxNode, SyntaxNode> apply) => apply;

    private static Parser<SyntaxNode> Chain(
        Parser<SyntaxNode> part, Parser<string> separator, Func<IReadOnlyList<SyntaxNode>, SourceSpan, SyntaxNode> join) =>
        Separated(separator, part).Then(parts => parts.Count == 1 ? parts[0] : join(parts, parts[0].Span.To(parts[^1].Span)));

    // A list in parentheses, and where it ends.
    private static Parser<(IReadOnlyList<SyntaxNode>, int)> List(Parser<SyntaxNode> item, string expectedEnd) =>
        Terms.Char('(')
            .SkipAnd(Separated(Terms.Char(','), item))
            .And(Terms.Char(')').ElseError(expectedEnd).Then(static (_, _, end, _) => end))
            .Then(static parts => (parts.Item1, parts.Item2));

    private static Parser<string> Word(string word) => Terms.Keyword(word, caseInsensitive: true);
}
