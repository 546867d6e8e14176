using System.Globalization;
using System.Text;
using Slackline.Queries.Checking;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Model;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries;

/// <summary>
/// A value that paths, or their points, have: a column, or an expression of the filter language (FILTERS.md) such as <c>arrival /
/// depth</c>, <c>bus(endpoint_pin)</c> or <c>sum(point.delay where point.cell like "BUF*")</c>. It is parsed once; <see cref="PathValues"/>
/// reads it from chunks.
/// </summary>
public sealed class PathExpression
{
    private readonly string _list;
    private readonly SyntaxNode _syntax;
    private readonly ColumnSet _columns;

    private PathExpression(string list, string name, SyntaxNode syntax, ColumnSet columns)
    {
        _list = list;
        _syntax = syntax;
        _columns = columns;
        CheckedValue value = In(TimingUnits.Default);
        Kind = value.Kind;
        IsPoint = Checker(TimingUnits.Default).PointIn(syntax) is not null;
        Column = syntax is NameSyntax column ? columns.Find(column.Name) : null;
        Name = Column?.Name ?? name;
        IsDecimal = value.Number is { } number && AddsUp(number);
    }

    /// <summary>Its name: the column's name, or the expression as it was written.</summary>
    public string Name { get; }

    /// <summary>Its type. Products and quotients that are neither a time nor a capacitance are plain numbers, as counts are.</summary>
    public ColumnType Kind { get; }

    /// <summary>The column; null for a computed expression.</summary>
    public Column? Column { get; }

    /// <summary>Whether it is a value of one point of a path instead of the path.</summary>
    public bool IsPoint { get; }

    /// <summary>Whether it is a number, and not a flag.</summary>
    public bool IsNumber => Kind is not (ColumnType.Text or ColumnType.Flag);

    /// <summary>Whether it says something else of numbers that count something else: it names a unit.</summary>
    public bool DependsOnUnits => !Equals(In(TimingUnits.Default).Number, In(new TimingUnits(1, 1)).Number);

    /// <summary>Whether it is a time that has no more digits than the times that it is made of.</summary>
    internal bool HasDigitsOfReport => Kind == ColumnType.Time && IsDecimal;

    /// <summary>Whether it asks points which part of the path they are on.</summary>
    internal bool AsksForPart => Column == PathSchema.PointPart
        || (IsPoint && In(TimingUnits.Default) is var value
            && (value.Text is { } text
            ? FilterCompiler.AsksForPart(text)
            : value.Number is ConditionNode condition && FilterCompiler.AsksForPart(condition.Condition)));

    /// <summary>Where it was written in its list.</summary>
    internal SourceSpan Span => _syntax.Span;

    private bool IsDecimal { get; }

    /// <summary>Reads a list of expressions, with commas between.</summary>
    /// <param name="text">The list.</param>
    /// <param name="allowsPoints">Whether they may refer to points.</param>
    /// <param name="columns">The columns that there are; null for those of <see cref="PathSchema"/>.</param>
    /// <exception cref="FilterException">It is no such list.</exception>
    public static IReadOnlyList<PathExpression> ParseList(string text, bool allowsPoints, ColumnSet? columns = null) =>
        [.. Parse(text, isOrder: false, allowsPoints, columns).Select(static item => item.Expression)];

    /// <summary>Reads an order: expressions of paths, each with its direction; null where none is written.</summary>
    internal static IReadOnlyList<(PathExpression Expression, string? Direction)> ParseOrder(string text, ColumnSet? columns) =>
        Parse(text, isOrder: true, allowsPoints: false, columns);

    /// <summary>
    /// A value as people read it: times with the digits of the report, values computed from several columns with six; '-' when blank.
    /// </summary>
    /// <param name="value">What a path has.</param>
    /// <param name="digits">Digits of the report after the point.</param>
    public string Text(ColumnValue value, int digits) =>
        value.IsBlank ? "-"
        : HasDigitsOfReport ? value.Number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : IsNumber ? value.Number.ToString(FormatOf(value.Number), Numbers)
        : value.ToString();

    /// <summary>The unit of its numbers in a unit system, such as <c>ns</c>; empty for plain numbers and all other types.</summary>
    public string UnitIn(TimingUnits units) => In(units).Unit;

    /// <inheritdoc/>
    public override string ToString() => Name;

    // OpenSTA's word.
    internal static readonly NumberFormatInfo Numbers = new() { PositiveInfinitySymbol = "INF", NegativeInfinitySymbol = "-INF" };

    /// <summary>
    /// How such a number is shown that is not shown with the digits of the report: in full, but no more than six digits of a product or
    /// quotient.
    /// </summary>
    internal string FormatOf(double number) => IsDecimal || number == Math.Floor(number) ? "R" : "G6";

    /// <summary>Its meaning in a unit system.</summary>
    internal CheckedValue In(TimingUnits units) => Checker(units).Value(_syntax);

    private FilterChecker Checker(TimingUnits units) => new(_list, units, _columns);

    private static List<(PathExpression Expression, string? Direction)> Parse(
        string text, bool isOrder, bool allowsPoints, ColumnSet? columns)
    {
        ArgumentNullException.ThrowIfNull(text);
        columns ??= PathSchema.Columns;
        var checker = new FilterChecker(text, TimingUnits.Default, columns);
        var items = new List<(PathExpression Expression, string? Direction)>();
        foreach (ListedSyntax item in FilterGrammar.ParseList(text, isOrder))
        {
            if (!allowsPoints && checker.PointIn(item.Value) is { } point)
            {
                throw Error(
                    $"'{point.Name}' is a value of one point of a path",
                    point.Span,
                    "only columns of whole paths can be used here, and count(…), sum(…), min(…) or max(…) of points");
            }

            var expression = new PathExpression(text, OnOneLine(text[item.Span.Start..item.Span.End]), item.Value, columns);
            if (!isOrder && items.Exists(other => other.Expression.Name == expression.Name))
            {
                throw Error($"'{expression.Name}' is named twice", item.Value.Span, null);
            }

            items.Add((expression, item.Direction));
        }

        return items;

        FilterException Error(string problem, SourceSpan span, string? hint) => new(problem, hint, text, span.Start, span.Length);
    }

    // One space for several, except in quotes.
    private static string OnOneLine(string text)
    {
        var line = new StringBuilder();
        char quote = '\0';
        bool isEscaped = false;
        foreach (char c in text.Trim())
        {
            if (quote == '\0' && char.IsWhiteSpace(c))
            {
                line.Append(line[^1] == ' ' ? "" : " ");
                continue;
            }

            quote = quote == '\0' ? (c is '"' or '\'' ? c : quote) : c == quote && !isEscaped ? '\0' : quote;
            isEscaped = c == '\\' && !isEscaped;
            line.Append(c);
        }

        return line.ToString();
    }

    // Sums and differences of decimals have no more digits than these; products and quotients have.
    private static bool AddsUp(NumberNode number) => number switch
    {
        NumberColumnNode or LiteralNode => true,
        UnaryNode unary => AddsUp(unary.Operand),
        PointsNode points => AddsUp(points.Operand),
        ArithmeticNode { Operator: not (ArithmeticOperator.Multiply or ArithmeticOperator.Divide) } sum =>
            AddsUp(sum.Left) && AddsUp(sum.Right),
        _ => false,
    };
}
