using System.Text.RegularExpressions;
using Slackline.Queries.Model;
using Slackline.Timing;

using Slackline.Timing.Schema;

namespace Slackline.Tests.Queries;

/// <summary>What a filter means, said as plainly as possible: one path at a time, with strings and LINQ.</summary>
internal static class FilterInterpreter
{
    public static bool Holds(FilterNode node, TimingPath path) => Holds(node, path, default);

    public static double Number(NumberNode node, TimingPath path) => Number(node, path, default);

    private static bool Holds(FilterNode node, TimingPath path, PathRow point) => node switch
    {
        AndNode and => and.Parts.All(part => Holds(part, path, point)),
        OrNode or => or.Parts.Any(part => Holds(part, path, point)),
        NotNode not => !Holds(not.Operand, path, point),
        ComparisonNode comparison => Compare(Number(comparison.Left, path, point), comparison.Operator, Number(comparison.Right, path, point)),
        NumberInNode list => Number(list.Operand, path, point) is var number && !double.IsNaN(number) && list.Values.Any(value => value == number) != list.Negated,
        NumberIsNullNode isNull => double.IsNaN(Number(isNull.Operand, path, point)),
        TextNode text => Text(text.Operand, path, point) is { Length: > 0 } value && Fits(text.Test, value) != text.Negated,
        TextIsNullNode isNull => Text(isNull.Operand, path, point).Length == 0,
        TextComparisonNode comparison => Text(comparison.Left, path, point) is { Length: > 0 } left
            && Text(comparison.Right, path, point) is { Length: > 0 } right
            && left == right != comparison.Negated,
        FlagNode { IsViolated: true } => path.IsViolated == true,
        QuantifierNode { Quantifier: Quantifier.Any } any => path.DataPoints.Any(row => Holds(any.Operand, path, row)),
        QuantifierNode { Quantifier: Quantifier.All } all => path.DataPoints.All(row => Holds(all.Operand, path, row)),
        QuantifierNode no => !path.DataPoints.Any(row => Holds(no.Operand, path, row)),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static bool Compare(double left, ComparisonOperator comparison, double right) =>
        !double.IsNaN(left) && !double.IsNaN(right) && comparison switch
        {
            ComparisonOperator.Less => left < right,
            ComparisonOperator.LessOrEqual => left <= right,
            ComparisonOperator.Greater => left > right,
            ComparisonOperator.GreaterOrEqual => left >= right,
            ComparisonOperator.Equal => left == right,
            _ => left != right,
        };

    private static double Number(NumberNode node, TimingPath path, PathRow point) => node switch
    {
        LiteralNode literal => literal.Value,
        NumberColumnNode column => Number(column.Column, path, point),
        UnaryNode { Operator: UnaryOperator.Absolute } absolute => Math.Abs(Number(absolute.Operand, path, point)),
        UnaryNode negation => -Number(negation.Operand, path, point),
        PointsNode points => Together(points, path),
        CountNode count => path.DataPoints.Count(row => Holds(count.Operand, path, row)),
        ArithmeticNode arithmetic => (Number(arithmetic.Left, path, point), Number(arithmetic.Right, path, point)) is var (left, right)
            ? arithmetic.Operator switch
            {
                ArithmeticOperator.Add => left + right,
                ArithmeticOperator.Subtract => left - right,
                ArithmeticOperator.Multiply => left * right,
                ArithmeticOperator.Divide => left / right,
                ArithmeticOperator.Minimum => Math.Min(left, right),
                _ => Math.Max(left, right),
            }
            : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static double Together(PointsNode node, TimingPath path)
    {
        PathRow[] rows = [.. path.DataPoints.Where(row => node.Condition is null || Holds(node.Condition, path, row))];
        double[] numbers = [.. rows.Select(row => Number(node.Operand, path, row)).Where(static number => !double.IsNaN(number))];
        return numbers.Length == 0 ? (node.Function == PointsFunction.Sum && rows.Length == 0 && path.DataPoints.Any() ? 0 : double.NaN)
            : node.Function == PointsFunction.Sum ? numbers.Aggregate(static (sum, number) => sum + number)
            : node.Function == PointsFunction.Minimum ? numbers.Min()
            : numbers.Max();
    }

    private static double Number(NumberColumn column, TimingPath path, PathRow point) => column switch
    {
        _ when column == PathSchema.Slack => path.Slack,
        _ when column == PathSchema.Arrival => path.Arrival,
        _ when column == PathSchema.Required => path.Required,
        _ when column == PathSchema.Depth => path.Depth < 0 ? double.NaN : path.Depth,
        _ when column == PathSchema.PointDelay => point.Delay,
        _ when column == PathSchema.PointTime => point.Time,
        _ when column == PathSchema.PointSlew => point.Slew,
        _ when column == PathSchema.PointCapacitance => point.Capacitance,
        _ when column == PathSchema.PointFanout => point.Fanout ?? double.NaN,
        _ when column == PathSchema.PointVariation => point.Variation,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static string Text(TextValueNode text, TimingPath path, PathRow point) => text switch
    {
        TextColumnNode column => Text(column.Column, path, point),
        BusNode bus => PlainNames.Bus(Text(bus.Operand, path, point), Instance(bus.Operand, path, point)),
        LevelNode level => PlainNames.Level(Instance(level.Operand, path, point), level.Levels),
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };

    // Of the columns that filters are made of, points' pins are the only ones.
    private static string Instance(TextValueNode text, TimingPath path, PathRow point) => text switch
    {
        TextColumnNode { Column: var column } when column == PathSchema.PointPin => point.Cell is "in" or "out" or "inout" ? point.Name : PlainNames.Instance(point.Name),
        BusNode bus => PlainNames.Bus(Instance(bus.Operand, path, point), Instance(bus.Operand, path, point)),
        _ => Text(text, path, point),
    };

    private static string Text(TextColumn column, TimingPath path, PathRow point) => column switch
    {
        _ when column == PathSchema.Startpoint => path.Startpoint,
        _ when column == PathSchema.Endpoint => path.Endpoint,
        _ when column == PathSchema.StartpointPin => path.StartpointPin,
        _ when column == PathSchema.EndpointPin => path.EndpointPin,
        _ when column == PathSchema.PathGroup => path.PathGroup,
        _ when column == PathSchema.Corner => path.Corner,
        _ when column == PathSchema.Mode => path.Mode,
        _ when column == PathSchema.LaunchClock => path.LaunchClock,
        _ when column == PathSchema.CaptureClock => path.CaptureClock,
        _ when column == PathSchema.StartpointDetail => path.StartpointDetail,
        _ when column == PathSchema.EndpointDetail => path.EndpointDetail,
        _ when column == PathSchema.PathType => path.PathType == PathType.Max ? "max" : "min",
        _ when column == PathSchema.PointPin => point.Name,
        _ when column == PathSchema.PointCell => point.Cell,
        _ when column == PathSchema.PointInstance => Instance(new TextColumnNode(PathSchema.PointPin), path, point),
        _ when column == PathSchema.PointNet => path.Rows.SkipWhile(row => !row.Equals(point)).Skip(1).TakeWhile(static row => row.Kind == DescriptionKind.Net).Select(static row => row.Name).FirstOrDefault(""),
        _ when column == PathSchema.PointEdge => point.Transition == Transition.Rise ? "rise" : point.Transition == Transition.Fall ? "fall" : "",
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private static bool Fits(TextTest test, string text) => test switch
    {
        OneOfTest oneOf => oneOf.Values.Contains(text),
        LikeTest like => Regex.IsMatch(text, "^" + Regex.Escape(like.Glob).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + "$"),
        MatchesTest matches => Regex.IsMatch(text, matches.Pattern),
        UnderTest under => text == under.Prefix || text.StartsWith(under.Prefix + "/", StringComparison.Ordinal) || text.StartsWith(under.Prefix + ".", StringComparison.Ordinal),
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };
}
