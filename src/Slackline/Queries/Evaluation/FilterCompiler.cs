using Slackline.Queries.Model;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Evaluation;

/// <summary>Turns a checked filter into objects that run.</summary>
internal static class FilterCompiler
{
    public static Condition Compile(FilterNode node) => node switch
    {
        AndNode and => new AndCondition([.. and.Parts.Select(Compile)]),
        OrNode or => new OrCondition([.. or.Parts.Select(Compile)]),
        NotNode not => new NotCondition(Compile(not.Operand)),
        ComparisonNode comparison => new ComparisonCondition(Compile(comparison.Left), comparison.Operator, Compile(comparison.Right)),
        NumberInNode list => new NumberInCondition(Compile(list.Operand), list.Values, list.Negated),
        NumberIsNullNode isNull => new NumberIsNullCondition(Compile(isNull.Operand)),
        TextNode text => new TextCondition(Source(text.Operand), Compile(text.Test), text.Negated),
        TextIsNullNode isNull => new TextIsNullCondition(Source(isNull.Operand)),
        TextComparisonNode comparison => new TextComparisonCondition(Source(comparison.Left), Source(comparison.Right), comparison.Negated),
        FlagNode flag => new FlagCondition(flag.Column),
        QuantifierNode quantified =>
            new QuantifierCondition(quantified.Quantifier, Compile(quantified.Operand), AsksForPart(quantified.Operand)),
        _ => throw Unknown(node),
    };

    public static Number Compile(NumberNode node) => node switch
    {
        LiteralNode literal => new LiteralNumber(literal.Value),
        UnaryNode unary => new UnaryNumber(unary.Operator, Compile(unary.Operand)),
        ArithmeticNode arithmetic => new ArithmeticNumber(Compile(arithmetic.Left), arithmetic.Operator, Compile(arithmetic.Right)),
        NumberColumnNode column => new ColumnNumber(column.Column),
        PointsNode points =>
            new PointsNumber(
                points.Function, Compile(points.Operand), points.Condition is null ? null : Compile(points.Condition),
                points.Condition is not null && AsksForPart(points.Condition)),
        ConditionNode { Condition: FlagNode flag } => new FlagNumber(flag.Column),
        ConditionNode condition => new ConditionNumber(Compile(condition.Condition)),
        CountNode count => new CountNumber(Compile(count.Operand), AsksForPart(count.Operand)),
        _ => throw Unknown(node),
    };

    public static TextSource Source(TextValueNode node) => node switch
    {
        TextColumnNode column => column.Column.Source,
        BusNode bus => new BusSource(OfName(bus.Operand)),
        LevelNode level => new LevelSource(OfName(level.Operand), level.Levels),
        _ => throw Unknown(node),
    };

    public static TextMatcher Compile(TextTest test) => test switch
    {
        OneOfTest oneOf => new OneOfMatcher(oneOf.Values),
        LikeTest like => new GlobMatcher(like.Glob),
        MatchesTest matches => new RegexMatcher(FilterRegex.Create(matches.Pattern)),
        UnderTest under => new UnderMatcher(under.Prefix),
        _ => throw Unknown(test),
    };

    /// <summary>
    /// Whether points are asked which part of the path they are on; else points are those of the data, which every format shows.
    /// </summary>
    public static bool AsksForPart(FilterNode node) => node switch
    {
        JunctionNode junction => junction.Parts.Any(AsksForPart),
        NotNode not => AsksForPart(not.Operand),
        TextNode text => AsksForPart(text.Operand),
        TextIsNullNode isNull => AsksForPart(isNull.Operand),
        TextComparisonNode comparison => AsksForPart(comparison.Left) || AsksForPart(comparison.Right),
        _ => false,
    };

    /// <inheritdoc cref="AsksForPart(FilterNode)"/>
    public static bool AsksForPart(TextValueNode node) => node switch
    {
        TextColumnNode column => column.Column == PathSchema.PointPart,
        BusNode bus => AsksForPart(bus.Operand),
        LevelNode level => AsksForPart(level.Operand),
        _ => false,
    };

    /// <summary>Whether any question to points in a filter asks that.</summary>
    public static bool AsksForPartAnywhere(FilterNode node) => node switch
    {
        JunctionNode junction => junction.Parts.Any(AsksForPartAnywhere),
        NotNode not => AsksForPartAnywhere(not.Operand),
        QuantifierNode quantified => AsksForPart(quantified.Operand),
        ComparisonNode comparison => AsksForPartAnywhere(comparison.Left) || AsksForPartAnywhere(comparison.Right),
        NumberInNode list => AsksForPartAnywhere(list.Operand),
        NumberIsNullNode isNull => AsksForPartAnywhere(isNull.Operand),
        _ => false,
    };

    private static bool AsksForPartAnywhere(NumberNode node) => node switch
    {
        CountNode count => AsksForPart(count.Operand),
        PointsNode { Condition: { } condition } => AsksForPart(condition),
        UnaryNode unary => AsksForPartAnywhere(unary.Operand),
        ArithmeticNode arithmetic => AsksForPartAnywhere(arithmetic.Left) || AsksForPartAnywhere(arithmetic.Right),
        _ => false,
    };

    // A startpoint or endpoint is an instance in some formats and a pin in others, which is no matter but to what takes names apart.
    private static TextSource OfName(TextValueNode node) =>
        node is TextColumnNode { Column: var column } && (column == PathSchema.Startpoint || column == PathSchema.Endpoint)
            ? new EndSource(column.Source)
            : Source(node);

    private static InvalidOperationException Unknown(object node) => new($"{node.GetType().Name} cannot be compiled.");
}
