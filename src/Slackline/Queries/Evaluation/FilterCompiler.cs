using Slackline.Queries.Model;

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
        TextNode text => new TextCondition(Source(text.Column), Compile(text.Test), text.Negated),
        TextIsNullNode isNull => new TextIsNullCondition(Source(isNull.Column)),
        TextComparisonNode comparison => new TextComparisonCondition(Source(comparison.Left), Source(comparison.Right), comparison.Negated),
        ViolatedNode => new ViolatedCondition(),
        QuantifierNode quantified => new QuantifierCondition(quantified.Quantifier, Compile(quantified.Operand), AsksForPart(quantified.Operand)),
        _ => throw Unknown(node),
    };

    public static Number Compile(NumberNode node) => node switch
    {
        LiteralNode literal => new LiteralNumber(literal.Value),
        NumberColumnNode { Column: ColumnId.Depth } => new DepthNumber(),
        NumberColumnNode { Column: ColumnId.PointFanout } => new FanoutNumber(),
        NumberColumnNode column => new ColumnNumber(column.Column),
        UnaryNode unary => new UnaryNumber(unary.Operator, Compile(unary.Operand)),
        ArithmeticNode arithmetic => new ArithmeticNumber(Compile(arithmetic.Left), arithmetic.Operator, Compile(arithmetic.Right)),
        CountNode count => new CountNumber(Compile(count.Operand), AsksForPart(count.Operand)),
        _ => throw Unknown(node),
    };

    public static TextSource Source(ColumnId column) => column switch
    {
        ColumnId.LaunchClock => new ClockSource(ColumnId.StartpointDetail),
        ColumnId.CaptureClock => new ClockSource(ColumnId.EndpointDetail),
        ColumnId.PathType => new PathTypeSource(),
        ColumnId.PointPin => new PinSource(),
        ColumnId.PointCell => new CellSource(),
        ColumnId.PointEdge => new EdgeSource(),
        ColumnId.PointPart => new PartSource(),
        ColumnId.StartpointPin => new PinOfEndSource(isEndpoint: false),
        ColumnId.EndpointPin => new PinOfEndSource(isEndpoint: true),
        _ => new NameSource(column),
    };

    public static TextMatcher Compile(TextTest test) => test switch
    {
        OneOfTest oneOf => new OneOfMatcher(oneOf.Values),
        LikeTest like => new GlobMatcher(like.Glob),
        MatchesTest matches => new RegexMatcher(FilterRegex.Create(matches.Pattern)),
        UnderTest under => new UnderMatcher(under.Prefix),
        _ => throw Unknown(test),
    };

    // Points are those of the data, which every format shows, unless the condition itself asks which part they are on.
    private static bool AsksForPart(FilterNode node) => node switch
    {
        JunctionNode junction => junction.Parts.Any(AsksForPart),
        NotNode not => AsksForPart(not.Operand),
        TextNode text => text.Column == ColumnId.PointPart,
        TextIsNullNode isNull => isNull.Column == ColumnId.PointPart,
        TextComparisonNode comparison => comparison.Left == ColumnId.PointPart || comparison.Right == ColumnId.PointPart,
        _ => false,
    };

    private static InvalidOperationException Unknown(object node) => new($"{node.GetType().Name} cannot be compiled.");
}
