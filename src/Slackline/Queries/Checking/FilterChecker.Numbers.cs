using Slackline.Queries.Model;
using Slackline.Queries.Syntax;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Checking;

/// <content>Numbers, with what they measure.</content>
internal sealed partial class FilterChecker
{
    private static readonly string[] s_functions = ["abs", "min", "max", "count", "sum", "bus", "level"];

    private ComparisonNode NumberComparison(ComparisonSyntax comparison)
    {
        (NumberNode left, Dimension leftDimension) = Number(comparison.Left);
        (NumberNode right, Dimension rightDimension) = Number(comparison.Right);
        if (!leftDimension.GoesWith(rightDimension))
        {
            throw Error($"cannot compare {leftDimension} with {rightDimension}", comparison.Span);
        }

        return new ComparisonNode(left, comparison.Operator, right);
    }

    private NumberInNode NumberIn(InSyntax list)
    {
        (NumberNode operand, Dimension dimension) = Number(list.Operand);
        return new NumberInNode(operand, new([.. list.Values.Select(value => ListedNumber(value, dimension))]), list.Negated);
    }

    private double ListedNumber(SyntaxNode syntax, Dimension expected)
    {
        (NumberNode node, Dimension dimension) = Number(syntax);
        if (node is not LiteralNode literal)
        {
            throw Error($"expected a number in the list, found {Kind(syntax)}", syntax.Span);
        }

        return dimension.GoesWith(expected) ? literal.Value : throw Error($"cannot compare {expected} with {dimension}", syntax.Span);
    }

    private (NumberNode Node, Dimension Dimension) Number(SyntaxNode syntax)
    {
        Descend(syntax);
        (NumberNode, Dimension) number = syntax switch
        {
            NumberSyntax literal => Literal(literal),
            NameSyntax name => NumberColumn(name),
            NegateSyntax negation => Negated(negation),
            ArithmeticSyntax arithmetic => Arithmetic(arithmetic.Left, arithmetic.Operator, arithmetic.Right, arithmetic.Span),
            CallSyntax call => Call(call),
            _ => throw Error($"expected a number, found {Kind(syntax)}", syntax.Span),
        };
        _depth--;
        return number;
    }

    private (NumberNode Node, Dimension Dimension) Literal(NumberSyntax literal)
    {
        double value = literal.Value;
        Dimension dimension = default;
        if (literal.Unit is { } unit && !FilterUnits.TryConvert(literal.Value, unit.Name, units, out value, out dimension))
        {
            throw Error($"unknown unit '{unit.Name}'", unit.Span, FilterUnits.Hint);
        }

        // In another unit it may be larger than any number of a report, which is compared rightly all the same.
        return double.IsFinite(literal.Value) ? (new LiteralNode(value), dimension) : throw Error("the number is too large", literal.Span);
    }

    private (NumberNode Node, Dimension Dimension) NumberColumn(NameSyntax name)
    {
        Column column = Column(name);
        return column switch
        {
            NumberColumn number => (new NumberColumnNode(number), Dimension.Of(number.Type)),
            TextColumn => throw Error($"expected a number, found the text column '{name.Name}'", name.Span),
            _ =>
                throw Error(
                    $"expected a number, found the condition '{name.Name}'", name.Span, $"write {name.Name} alone, or not {name.Name}"),
        };
    }

    private (NumberNode Node, Dimension Dimension) Negated(NegateSyntax negation)
    {
        (NumberNode operand, Dimension dimension) = Number(negation.Operand);
        return (operand is LiteralNode literal ? new LiteralNode(-literal.Value) : new UnaryNode(UnaryOperator.Negate, operand), dimension);
    }

    private (NumberNode Node, Dimension Dimension) Arithmetic(SyntaxNode left, ArithmeticOperator sign, SyntaxNode right, SourceSpan span)
    {
        (NumberNode leftNode, Dimension leftDimension) = Number(left);
        (NumberNode rightNode, Dimension rightDimension) = Number(right);
        var node = new ArithmeticNode(leftNode, sign, rightNode);
        if (sign == ArithmeticOperator.Multiply)
        {
            return (node, leftDimension.Times(rightDimension));
        }

        if (sign == ArithmeticOperator.Divide)
        {
            return (node, leftDimension.Per(rightDimension));
        }

        return leftDimension.GoesWith(rightDimension)
            ? (node, leftDimension.IsPlain ? rightDimension : leftDimension)
            : throw Error($"cannot combine {leftDimension} with {rightDimension}", span);
    }

    // Whether a function's argument is evaluated per point of a path, regardless of the context of the call.
    private static bool IsOfPoints(CallSyntax call) => Function(call) switch
    {
        "count" or "sum" => true,
        "min" or "max" => call.Arguments.Count == 1,
        _ => false,
    };

    private static string Function(CallSyntax call) => call.Function.Name.ToLowerInvariant();

    private (NumberNode Node, Dimension Dimension) Points(CallSyntax call, PointsFunction function)
    {
        Expect(call, 1);
        (NumberNode operand, Dimension dimension) = OfPoints(call.Arguments[0], call.Span, Number);
        return (new PointsNode(function, operand, call.Where is null ? null : PointCondition(call.Where, call.Span)), dimension);
    }

    private (NumberNode Node, Dimension Dimension) Call(CallSyntax call)
    {
        IReadOnlyList<SyntaxNode> arguments = call.Arguments;
        if (call.Where is { } where && (Function(call) == "count" || !IsOfPoints(call)))
        {
            throw Error($"{call.Function.Name} takes no 'where'", where.Span, "sum, min and max of one number do");
        }

        switch (Function(call))
        {
            case "abs":
                Expect(call, 1);
                (NumberNode operand, Dimension dimension) = Number(arguments[0]);
                return (new UnaryNode(UnaryOperator.Absolute, operand), dimension);
            case "sum":
                return Points(call, PointsFunction.Sum);
            case "min" when arguments.Count == 1:
                return Points(call, PointsFunction.Minimum);
            case "max" when arguments.Count == 1:
                return Points(call, PointsFunction.Maximum);
            case "bus" or "level":
                throw Error($"expected a number, found the text {call.Function.Name}(…)", call.Span);
            case "min":
                Expect(call, 2);
                return Arithmetic(arguments[0], ArithmeticOperator.Minimum, arguments[1], call.Span);
            case "max":
                Expect(call, 2);
                return Arithmetic(arguments[0], ArithmeticOperator.Maximum, arguments[1], call.Span);
            case "count":
                Expect(call, 1);
                return (new CountNode(PointCondition(arguments[0], call.Span)), default);
            default:
                string? near = Suggestions.Nearest(call.Function.Name, s_functions);
                throw Error(
                    $"unknown function '{call.Function.Name}'",
                    call.Function.Span,
                    near is null ? "there are " + string.Join(", ", s_functions) : $"did you mean '{near}'?");
        }
    }

    private void Expect(CallSyntax call, int arguments)
    {
        if (call.Arguments.Count != arguments)
        {
            throw Error(
                $"{call.Function.Name} takes {arguments} {(arguments == 1 ? "argument" : "arguments")}, found {call.Arguments.Count}",
                call.Span);
        }
    }
}
