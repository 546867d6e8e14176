using System.Globalization;
using Slackline.Queries.Model;

using Slackline.Timing.Schema;

namespace Slackline.Tests.Queries;

/// <summary>Writes a filter with no more parentheses than the precedence of FILTERS.md asks for.</summary>
internal static class FilterPrinter
{
    private enum Level
    {
        Or,
        And,
        Prefix,
        Comparison,
        Sum,
        Product,
        Unary,
        Primary,
    }

    public static string Print(FilterNode node) => Print(node, Level.Or);

    public static string Print(NumberNode node) => Print(node, Level.Sum);

    private static string Print(FilterNode node, Level level)
    {
        (Level own, string text) = node switch
        {
            OrNode or => (Level.Or, string.Join(" or ", or.Parts.Select(static part => Print(part, Level.And)))),
            AndNode and => (Level.And, string.Join(" and ", and.Parts.Select(static part => Print(part, Level.Prefix)))),
            NotNode { Operand: NumberIsNullNode isNull } => (Level.Comparison, $"{Print(isNull.Operand, Level.Sum)} is not null"),
            NotNode { Operand: TextIsNullNode isNull } => (Level.Comparison, $"{Name(isNull.Operand)} is not null"),
            NotNode not => (Level.Prefix, "not " + Print(not.Operand, Level.Prefix)),
            QuantifierNode quantified => (Level.Prefix, $"{quantified.Quantifier} {Print(quantified.Operand, Level.Prefix)}"),
            ComparisonNode comparison =>
                (Level.Comparison, $"{Print(comparison.Left, Level.Sum)} {Sign(comparison.Operator)} {Print(comparison.Right, Level.Sum)}"),
            NumberInNode list => (Level.Comparison, $"{Print(list.Operand, Level.Sum)}{Not(list.Negated)} in ({string.Join(", ", list.Values.Select(Number))})"),
            NumberIsNullNode isNull => (Level.Comparison, $"{Print(isNull.Operand, Level.Sum)} is null"),
            TextIsNullNode isNull => (Level.Comparison, $"{Name(isNull.Operand)} is null"),
            TextComparisonNode comparison => (Level.Comparison, $"{Name(comparison.Left)} {(comparison.Negated ? "!=" : "=")} {Name(comparison.Right)}"),
            TextNode test => (Level.Comparison, Name(test.Operand) + Test(test.Test, test.Negated)),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
        return own < level ? $"({text})" : text;
    }

    private static string Print(NumberNode node, Level level)
    {
        (Level own, string text) = node switch
        {
            LiteralNode literal => (literal.Value < 0 ? Level.Unary : Level.Primary, Number(literal.Value)),
            NumberColumnNode column => (Level.Primary, Name(column.Column)),
            PointsNode points => (Level.Primary, $"{Word(points.Function)}({Print(points.Operand, Level.Sum)}{(points.Condition is null ? "" : " where " + Print(points.Condition, Level.Or))})"),
            CountNode count => (Level.Primary, $"count({Print(count.Operand)})"),
            UnaryNode { Operator: UnaryOperator.Absolute } absolute => (Level.Primary, $"abs({Print(absolute.Operand, Level.Sum)})"),
            UnaryNode negation => (Level.Unary, "-" + Print(negation.Operand, Level.Unary)),
            ArithmeticNode arithmetic => Print(arithmetic),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
        return own < level ? $"({text})" : text;
    }

    private static (Level Level, string Text) Print(ArithmeticNode node)
    {
        return node.Operator switch
        {
            ArithmeticOperator.Add => Signed(Level.Sum, "+"),
            ArithmeticOperator.Subtract => Signed(Level.Sum, "-"),
            ArithmeticOperator.Multiply => Signed(Level.Product, "*"),
            ArithmeticOperator.Divide => Signed(Level.Product, "/"),
            ArithmeticOperator.Minimum => Called("min"),
            _ => Called("max"),
        };

        (Level, string) Signed(Level level, string sign) => (level, $"{Print(node.Left, level)} {sign} {Print(node.Right, level + 1)}");

        (Level, string) Called(string function) => (Level.Primary, $"{function}({Print(node.Left, Level.Sum)}, {Print(node.Right, Level.Sum)})");
    }

    private static string Test(TextTest test, bool negated) => test switch
    {
        OneOfTest { Values: [var value] } => $" {(negated ? "!=" : "=")} {Quoted(value)}",
        OneOfTest oneOf => $"{Not(negated)} in ({string.Join(", ", oneOf.Values.Select(Quoted))})",
        LikeTest like => $"{Not(negated)} like {Quoted(like.Glob)}",
        MatchesTest matches => $"{Not(negated)} matches {Quoted(matches.Pattern)}",
        UnderTest under => $"{Not(negated)} under {Quoted(under.Prefix)}",
        _ => throw new ArgumentOutOfRangeException(nameof(test)),
    };

    private static string Not(bool negated) => negated ? " not" : "";

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Less => "<",
        ComparisonOperator.LessOrEqual => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.GreaterOrEqual => ">=",
        ComparisonOperator.Equal => "=",
        _ => "!=",
    };

    private static string Word(PointsFunction function) => function switch
    {
        PointsFunction.Sum => "sum",
        PointsFunction.Minimum => "min",
        _ => "max",
    };

    private static string Name(TextValueNode text) => text switch
    {
        TextColumnNode column => Name(column.Column),
        BusNode bus => $"bus({Name(bus.Operand)})",
        LevelNode level => $"level({Name(level.Operand)}, {level.Levels})",
        _ => throw new ArgumentOutOfRangeException(nameof(text)),
    };

    private static string Name(Column column) => column.Name;

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
