using CsCheck;
using Slackline.Queries.Model;

using Slackline.Timing.Schema;

namespace Slackline.Tests.Queries;

/// <summary>Makes random filters on <see cref="SampleReport"/>: well-typed, and in the form that the checker gives them.</summary>
internal static class FilterGen
{
    private static readonly Gen<bool> s_bool = Gen.Bool;

    private static readonly Gen<double> s_literal = Gen.OneOf<double>(
        Gen.Int[-60, 60].Select(static number => number / 100.0), Gen.Int[0, 9].Select(static number => (double)number), Gen.Double[-1, 1]);

    private static readonly Gen<ComparisonOperator> s_comparison = Gen.OneOf(
        ComparisonOperator.Less, ComparisonOperator.LessOrEqual, ComparisonOperator.Greater, ComparisonOperator.GreaterOrEqual, ComparisonOperator.Equal, ComparisonOperator.NotEqual);

    private static readonly Gen<string> s_text = Gen.OneOf(
        "core/alu/r1", "core/dp/r2", "core.alu.r5", "in1", "out1", "clk", "clk2", "ext", "io", "slow", "func", "input port", "DFF_X1", "CLKBUF_X2", "core", "a\"b\\c'd", "é");

    private static readonly Gen<TextTest> s_test = Gen.OneOf<TextTest>(
        s_text.Array[1, 4].Select(static TextTest (values) => new OneOfTest(new([.. values.Distinct()]))),
        Gen.OneOf("*", "core*", "*r?", "*BUF*", "*a*l*", "???", "in1", "*/r1", "x").Select(static TextTest (glob) => new LikeTest(glob)),
        Gen.OneOf("^core", "r[0-4]$", "BUF|NAND", "\\d", "^$", "clk2?$").Select(static TextTest (pattern) => new MatchesTest(pattern)),
        Gen.OneOf("core", "core/alu", "core/al", "core.alu", "in1").Select(static TextTest (prefix) => new UnderTest(prefix)));

    private static readonly Gen<TextColumn> s_pathText = Gen.OneOf(
        PathSchema.Startpoint, PathSchema.Endpoint, PathSchema.PathGroup, PathSchema.Corner, PathSchema.Mode, PathSchema.LaunchClock, PathSchema.CaptureClock, PathSchema.StartpointDetail, PathSchema.EndpointDetail);

    private static readonly Gen<TextColumn> s_pointText = Gen.OneOf(PathSchema.PointPin, PathSchema.PointCell, PathSchema.PointInstance, PathSchema.PointNet);

    private static readonly Gen<TextValueNode> s_pathName = Name(s_pathText);

    private static readonly Gen<TextValueNode> s_pointName = Name(s_pointText);

    private static readonly Gen<NumberColumn> s_pathTime = Gen.OneOf(PathSchema.Slack, PathSchema.Arrival, PathSchema.Required);

    private static readonly Gen<NumberColumn> s_pointTime = Gen.OneOf(PathSchema.PointDelay, PathSchema.PointTime, PathSchema.PointSlew, PathSchema.PointVariation);

    /// <summary>Any filter.</summary>
    public static Gen<FilterNode> Filter { get; } = Gen.Int[0, 4].SelectMany(static depth => Condition(depth, inPoints: false));

    /// <summary>Any number of a path that is no literal.</summary>
    public static Gen<NumberNode> Number { get; } =
        Gen.Int[0, 3].SelectMany(static depth => Gen.OneOf<NumberNode>(Time(depth, inPoints: false), Plain(depth, inPoints: false))).Where(static number => number is not LiteralNode);

    private static Gen<TextValueNode> Name(Gen<TextColumn> column)
    {
        Gen<TextValueNode> plain = column.Select(static TextValueNode (id) => new TextColumnNode(id));
        Gen<TextValueNode> bus = plain.Select(static TextValueNode (operand) => new BusNode(operand));
        Gen<TextValueNode> level = Gen.Select(Gen.OneOf<TextValueNode>(plain, bus), Gen.Int[1, 3], static TextValueNode (operand, levels) => new LevelNode(operand, levels));
        return Gen.Frequency((3, plain), (1, bus), (1, level), (1, level.Select(static TextValueNode (operand) => new BusNode(operand))));
    }

    private static Gen<FilterNode> Condition(int depth, bool inPoints)
    {
        Gen<FilterNode> simple = Simple(depth, inPoints);
        if (depth == 0)
        {
            return simple;
        }

        Gen<FilterNode> inner = Condition(depth - 1, inPoints);
        Gen<FilterNode> not = inner.Select(static FilterNode (operand) => new NotNode(operand));
        Gen<FilterNode> and = inner.Where(static part => part is not AndNode).Array[2, 4].Select(static FilterNode (parts) => new AndNode(new(parts)));
        Gen<FilterNode> or = inner.Where(static part => part is not OrNode).Array[2, 4].Select(static FilterNode (parts) => new OrNode(new(parts)));
        return inPoints
            ? Gen.OneOf<FilterNode>(simple, not, and, or)
            : Gen.OneOf<FilterNode>(simple, not, and, or, Gen.Select(
                Gen.Enum<Quantifier>(), Condition(depth - 1, inPoints: true), static FilterNode (quantifier, operand) => new QuantifierNode(quantifier, operand)));
    }

    private static Gen<FilterNode> Simple(int depth, bool inPoints)
    {
        Gen<NumberNode> time = Time(depth, inPoints);
        Gen<NumberNode> plain = Plain(depth, inPoints);
        Gen<TextValueNode> column = inPoints ? s_pointName : s_pathName;
        TextColumn ofTwo = inPoints ? PathSchema.PointEdge : PathSchema.PathType;
        Gen<string> oneOfTwo = inPoints ? Gen.OneOf("rise", "fall") : Gen.OneOf("max", "min");
        return Gen.OneOf<FilterNode>(
            Gen.Select(time, s_comparison, Gen.OneOf<NumberNode>(time, plain), static FilterNode (left, comparison, right) => new ComparisonNode(left, comparison, right)),
            Gen.Select(plain, s_comparison, plain, static FilterNode (left, comparison, right) => new ComparisonNode(left, comparison, right)),
            Gen.Select(Gen.OneOf<NumberNode>(time, plain), s_literal.Array[1, 4], s_bool, static FilterNode (operand, values, negated) => new NumberInNode(operand, new(values), negated)),
            Gen.OneOf<NumberNode>(time, plain).Select(static FilterNode (operand) => new NumberIsNullNode(operand)),
            Gen.Select(column, s_test, s_bool, static FilterNode (text, test, negated) => new TextNode(text, test, negated)),
            Gen.Select(oneOfTwo, s_bool, FilterNode (value, negated) => new TextNode(ofTwo, new OneOfTest(new(value)), negated)),
            column.Select(static FilterNode (text) => new TextIsNullNode(text)),
            Gen.Select(column, column, s_bool, static FilterNode (left, right, negated) => new TextComparisonNode(left, right, negated)));
    }

    private static Gen<NumberNode> Time(int depth, bool inPoints)
    {
        Gen<NumberNode> column = (inPoints ? s_pointTime : s_pathTime).Select(static NumberNode (id) => new NumberColumnNode(id));
        if (depth == 0)
        {
            return column;
        }

        Gen<NumberNode> time = Time(depth - 1, inPoints);
        Gen<NumberNode> plain = Plain(depth - 1, inPoints);
        Gen<NumberNode> simple = Gen.OneOf<NumberNode>(
            column,
            Unary(time),
            Arithmetic(time, time, ArithmeticOperator.Add, ArithmeticOperator.Subtract, ArithmeticOperator.Minimum, ArithmeticOperator.Maximum),
            Arithmetic(time, plain, ArithmeticOperator.Add, ArithmeticOperator.Multiply, ArithmeticOperator.Divide));
        return inPoints ? simple : Gen.OneOf<NumberNode>(simple, Points(depth));
    }

    private static Gen<NumberNode> Points(int depth)
    {
        Gen<FilterNode?> condition = Gen.Select(s_bool, Condition(depth - 1, inPoints: true), static FilterNode? (isThere, some) => isThere ? some : null);
        return Gen.Select(Gen.Enum<PointsFunction>(), Time(depth - 1, inPoints: true), condition, static NumberNode (function, operand, some) => new PointsNode(function, operand, some));
    }

    private static Gen<NumberNode> Plain(int depth, bool inPoints)
    {
        Gen<NumberNode> literal = s_literal.Select(static NumberNode (value) => new LiteralNode(value));
        Gen<NumberNode> column = Gen.Const<NumberNode>(new NumberColumnNode(inPoints ? PathSchema.PointFanout : PathSchema.Depth));
        if (depth == 0)
        {
            return Gen.OneOf<NumberNode>(literal, column);
        }

        Gen<NumberNode> plain = Plain(depth - 1, inPoints);
        Gen<NumberNode> time = Time(depth - 1, inPoints);
        Gen<NumberNode> simple = Gen.OneOf<NumberNode>(
            literal,
            column,
            Unary(plain),
            Arithmetic(plain, plain, Enum.GetValues<ArithmeticOperator>()),
            Arithmetic(time, time, ArithmeticOperator.Divide));
        return inPoints ? simple : Gen.OneOf<NumberNode>(simple, Condition(depth - 1, inPoints: true).Select(static NumberNode (operand) => new CountNode(operand)));
    }

    private static Gen<NumberNode> Arithmetic(Gen<NumberNode> left, Gen<NumberNode> right, params ArithmeticOperator[] operators) =>
        Gen.Select(left, Gen.OneOf(operators), right, static NumberNode (a, sign, b) => new ArithmeticNode(a, sign, b));

    // The checker makes one literal of a minus and a number.
    private static Gen<NumberNode> Unary(Gen<NumberNode> operand) =>
        Gen.Select(Gen.Enum<UnaryOperator>(), operand, static NumberNode (sign, inner) =>
            new UnaryNode(inner is LiteralNode ? UnaryOperator.Absolute : sign, inner));
}
