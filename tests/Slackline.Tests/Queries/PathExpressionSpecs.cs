using System.Text;
using CsCheck;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Reports;
using Slackline.Tests.Reports;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Tests.Queries;

/// <summary>Columns and expressions in lists, and what paths have in them.</summary>
public class PathExpressionSpecs
{
    private static readonly int[] s_all = [.. Enumerable.Range(0, SampleReport.Chunk.Count)];

    [Theory]
    [InlineData("slack", "slack", ColumnType.Time)]
    [InlineData(" GROUP ", "path_group", ColumnType.Text)]
    [InlineData("(slack)", "slack", ColumnType.Time)]
    [InlineData("arrival   /\n depth", "arrival / depth", ColumnType.Time)]
    [InlineData("slack/arrival", "slack/arrival", ColumnType.Count)]
    [InlineData("arrival * arrival", "arrival * arrival", ColumnType.Count)]
    [InlineData("max(point.cap)", "max(point.cap)", ColumnType.Capacitance)]
    [InlineData("count( point.cell like 'a  b' )", "count( point.cell like 'a  b' )", ColumnType.Count)]
    [InlineData("sum(point.delay  where point.cell in (\"a , b\",  'c'))", "sum(point.delay where point.cell in (\"a , b\", 'c'))", ColumnType.Time)]
    [InlineData("slack < 0  and not violated", "slack < 0 and not violated", ColumnType.Flag)]
    [InlineData("violated", "violated", ColumnType.Flag)]
    [InlineData("bus( endpoint )", "bus( endpoint )", ColumnType.Text)]
    [InlineData("'a\\'  b' = endpoint", "'a\\'  b' = endpoint", ColumnType.Flag)]
    public void An_expression_is_called_as_it_is_written(string text, string name, ColumnType kind)
    {
        PathExpression expression = Assert.Single(PathColumns.Parse(text));
        Assert.Equal((name, kind, kind is ColumnType.Time or ColumnType.Capacitance or ColumnType.Count), (expression.Name, expression.Kind, expression.IsNumber));
    }

    [Fact]
    public void Commas_in_parentheses_and_quotes_part_nothing() => Assert.Equal(
        ["max(slack, 1)", "endpoint in ('a,b', \"c\")", "level(endpoint, 2)", "depth"],
        PathColumns.Parse("max(slack, 1), endpoint in ('a,b', \"c\"),level(endpoint, 2) , depth").Select(static item => item.Name));

    [Theory]
    [InlineData("slack, arrival /", 17, "expected a column, a number, a string or '(', found the end of the list")]
    [InlineData(",slack", 1, "expected a column, a number, a string or '(', found ','")]
    [InlineData("slack, 5", 8, "expected a column, found a number")]
    [InlineData("slack, \"x\"", 8, "expected a column, found a string")]
    [InlineData("slack, max(arrival, 1pF)", 8, "cannot combine a time with a capacitance")]
    [InlineData("depth, bus(slack)", 12, "expected a text column, found 'slack'")]
    [InlineData("max(slack, nosuch)", 12, "unknown column 'nosuch'")]
    [InlineData("slack + 1, slack  + 1", 12, "'slack + 1' is named twice")]
    [InlineData("bus(clock)", 5, "'clock' stands for two columns")]
    [InlineData("point.delay / 2", 1, "'point.delay' is a value of one point of a path")]
    [InlineData("depth + abs(point.delay)", 13, "'point.delay' is a value of one point of a path")]
    [InlineData("slack asc", 7, "expected a comma, found 'asc'")]
    public void A_wrong_list_is_told_where_it_is_wrong(string list, int column, string message)
    {
        FilterException error = Assert.Throws<FilterException>(() => PathColumns.Parse(list));
        Assert.StartsWith($"{message} at column {column}", error.Message, StringComparison.Ordinal);
        Assert.Equal(list, error.Filter);
    }

    [Fact]
    public void What_is_of_points_and_of_paths_is_not_combined()
    {
        FilterException error = Assert.Throws<FilterException>(() => PathColumns.ParseShown("point.delay / slack"));
        Assert.StartsWith("'slack' is a value of the whole path, and only columns of points can stand beside those at column 15", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_is_as_long_as_a_filter_may_be() =>
        Assert.Contains("the list has 10001 characters", Assert.Throws<FilterException>(() => PathColumns.Parse(new string(' ', 10_001))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("slack", 1e-9, 1e-12, "ns")]
    [InlineData("slack + 1", 1e-11, 1e-12, "10ps")]
    [InlineData("slack * arrival", 1e-12, 1e-12, "ps^2")]
    [InlineData("max(point.cap)", 1e-9, 1e-13, "100fF")]
    [InlineData("slack / max(point.cap)", 1e-9, 1e-12, "ns/pF")]
    [InlineData("1 / slack", 1e-9, 1e-12, "1/ns")]
    [InlineData("slack * max(point.cap)", 1e-9, 1e-15, "ns*fF")]
    [InlineData("depth", 1e-9, 1e-12, "")]
    [InlineData("slack / arrival", 1e-9, 1e-12, "")]
    [InlineData("endpoint", 1e-9, 1e-12, "")]
    public void Its_unit_is_that_of_what_it_is_made_of(string expression, double time, double capacitance, string unit) =>
        Assert.Equal(unit, PathColumns.Parse(expression)[0].UnitIn(new TimingUnits(time, capacitance)));

    [Theory]
    [InlineData("slack - arrival", "-0.79 -0.20 -0.05 - -1.40 -4.72")]
    [InlineData("depth * 1000000 / 3 * 3", "3000000 1000000 1000000 0 1000000 1000000")]
    [InlineData("max(point.cap) + 0.123456789", "0.173456789 0.153456789 0.143456789 0.133456789 0.213456789 -")]
    [InlineData("abs(slack)", "0.12 0.10 0.00 - 0.50 0.06")]
    [InlineData("arrival / depth", "0.223333 0.3 0.05 - 0.9 4.78")]
    [InlineData("sum(point.delay)", "0.67 0.30 0.05 0.00 0.90 4.78")]
    [InlineData("sum(point.delay where point.cell like \"*BUF*\")", "0.25 0.10 0.00 0.00 0.00 0.00")]
    [InlineData("sum(point.slew)", "0.32 0.10 0.80 0.00 1.00 -")]
    [InlineData("sum(point.slew where point.cell like \"DFF*\")", "0.12 0.05 0.80 0.00 0.50 0.00")]
    [InlineData("sum(point.delay where point.part = \"launch_clock\")", "0.00 0.00 0.00 0.00 0.00 0.00")]
    [InlineData("max(point.delay where point.cell not like \"DFF*\")", "0.25 0.20 - 0.00 0.00 4.78")]
    [InlineData("min(point.slew)", "0.04 0.00 0.40 0.00 0.50 -")]
    [InlineData("sum(point.fanout)", "6 2 9 1 4 -")]
    [InlineData("max(point.cap)", "0.05 0.03 0.02 0.01 0.09 -")]
    [InlineData("count(point.cell like \"DFF*\")", "2 1 2 0 1 0")]
    [InlineData("slack < 0", "true false false false true false")]
    [InlineData("not violated and constrained", "false true true false false true")]
    [InlineData("bus(group)", "clk io clk2 unconstrained io clk")]
    [InlineData("max(slack, 0)", "0.00 0.10 0.00 - 0.00 0.06")]
    [InlineData("slack + 20ps", "-0.10 0.12 0.02 - -0.48 0.08")]
    [InlineData("uncertainty", "- - - - - -")]
    [InlineData("check_time", "- - - - - -0.16")]
    [InlineData("crpr", "- - - - - 0.00")]
    public void Expressions_are_shown_as_numbers_of_the_report(string expression, string shown)
    {
        var values = new PathValues(PathColumns.Parse(expression));
        values.Load(SampleReport.Chunk, s_all);
        Assert.Equal(shown, string.Join(' ', s_all.Select(i => values.Expressions[0].Text(values.Value(0, i), SampleReport.Chunk.Digits[i]))));
        Assert.Equal(shown.Replace("-", "", StringComparison.Ordinal), string.Join(' ', s_all.Select(i => Written(values, i))).Replace("-", "", StringComparison.Ordinal));
    }

    [Fact]
    [Property]
    public void A_number_in_a_list_is_what_the_plain_interpreter_computes() => FilterGen.Number.Holds(
        static number =>
        {
            string text = FilterPrinter.Print(number);
            var values = new PathValues(PathColumns.ParseShown($"endpoint, {text} , group"));
            values.Load(SampleReport.Chunk, s_all);
            foreach (int path in s_all)
            {
                double expected = FilterInterpreter.Number(number, SampleReport.Chunk[path]);
                double found = values.Value(1, path).Number;
                Assert.True(expected.Equals(found) || Math.Abs(expected - found) <= 1e-11 * Math.Abs(expected) || Math.Abs(expected) < 1e-290, $"{text}: {expected} {found}");
            }
        },
        iter: 5_000,
        print: FilterPrinter.Print);

    [Fact]
    public void Sums_of_decimals_are_decimals()
    {
        var values = new PathValues(PathColumns.Parse("slack + 0.1 + 0.2, slack * 0"));
        values.Load(SampleReport.Chunk, s_all);
        Assert.Equal(("0.18", "0"), (values.Value(0, 0).ToString(), values.Value(1, 4).ToString()));
    }

    [Fact]
    public void Units_are_those_of_each_chunk()
    {
        var values = new PathValues(PathColumns.Parse("slack + 20ps"));
        string[] shown = [.. ((TimingUnits[])[new(1e-9, 1e-12), new(1e-12, 1e-12), new(1e-9, 1e-12)]).Select(units =>
        {
            values.Load(SampleReport.Read(SampleReport.Text, units), [0]);
            return values.Value(0, 0).ToString();
        })];
        Assert.Equal(["-0.1", "19.88", "-0.1"], shown);
    }

    [Fact]
    public void Points_have_values_too()
    {
        var values = new PathValues(PathColumns.ParseShown("point.delay * 2, slack, level(point.pin, 2), point.part, point.net, point.instance, bus(point.cell)"));
        values.Load(SampleReport.Chunk, [4, 0]);
        int points = values.LoadPoints(1);
        PathRow[] rows = [.. SampleReport.Chunk[0].Points];
        Assert.Equal(rows.Length, points);
        Assert.Equal(rows.Select(static row => double.Round(row.Delay * 2, 9)), Enumerable.Range(0, points).Select(i => values.Value(0, i).Number));
        Assert.Equal(["core/alu", "core/alu", "core/alu", "core/dp", "core/dp", "core/dp"], Texts(2));
        Assert.Equal(["launch_clock", "data", "data", "data", "data", "capture_clock"], Texts(3));
        Assert.Equal(["", "core/alu/n1", "", "", "", ""], Texts(4));
        Assert.Equal(["core/alu/r1", "core/alu/r1", "core/alu/b1", "core/dp/u7", "core/dp/r2", "core/dp/r2"], Texts(5));
        Assert.Equal(rows.Select(static row => row.Cell), Texts(6));
        Assert.Equal(-0.12, values.Value(1, 1).Number);

        IEnumerable<string> Texts(int column) => Enumerable.Range(0, points).Select(i => values.Value(column, i).Text);
    }

    [Fact]
    public void Nets_and_sources_are_those_of_the_rows_of_pins()
    {
        var values = new PathValues(PathColumns.ParseShown("point.pin, point.net, point.source, check_time"));
        values.Load(SampleReport.Read(SamplePaths.Attributes), [0]);
        int points = values.LoadPoints(0);
        Assert.Equal(
            ["_414_/CLK||", "_414_/Q|dpath.a_lt_b$in1[0]|gcd.v:12.3-14.5", "a_name_longer_than_the_column/_418_/D||gcd.v:20.1", "_418_/CLK||"],
            Enumerable.Range(0, points).Select(i => $"{values.Value(0, i)}|{values.Value(1, i)}|{values.Value(2, i)}"));
        Assert.Equal(-0.16, values.Value(3, 0).Number);
    }

    [Theory]
    [InlineData("arrival / depth, slack + 20ps, abs(required)")]
    [InlineData("sum(point.delay where point.cell like '*BUF*'), count(point.pin ~ 'u5'), max(point.slew)")]
    [InlineData("bus(endpoint_pin), level(startpoint, 2), endpoint, slack, slack < 0")]
    public void What_is_warm_allocates_nothing(string list)
    {
        PathChunk chunk = SampleReport.Large();
        var values = new PathValues(PathColumns.Parse(list));
        int[] paths = [.. Enumerable.Range(0, chunk.Count)];
        var output = new TextBuffer();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < 20 && least > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            output.Clear();
            values.Load(chunk, paths);
            foreach (int path in paths)
            {
                for (int column = 0; column < values.Expressions.Count; column++)
                {
                    // A number alone makes a text.
                    if (values.Expressions[column].Name != "slack")
                    {
                        values.Write(column, path, output);
                    }
                }
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.NotEqual(0, output.Length);
    }

    [Theory]
    [InlineData("arrival / depth", "5 4 1 0 2 3")]
    [InlineData("arrival / depth asc", "2 0 1 4 5 3")]
    [InlineData("arrival / 2 desc", "5 4 0 1 2 3")]
    [InlineData("bus(group), slack desc", "5 0 2 1 4 3")]
    [InlineData("sum(point.delay where point.cell like \"*BUF*\"), slack", "0 1 4 2 5 3")]
    [InlineData("slack < 0 Descending, depth ASC, slack", "4 0 3 2 5 1")]
    public void An_order_may_be_by_expressions(string order, string paths)
    {
        var keys = new PathKeys(PathOrder.Parse(order));
        keys.Load(SampleReport.Chunk, s_all);
        byte[][] sorted = [.. s_all.Select(i => keys.Key(i).ToArray())];
        Assert.Equal(paths, string.Join(' ', s_all.OrderBy(i => Convert.ToHexString(sorted[i]), StringComparer.Ordinal)));
    }

    [Fact]
    [Property]
    public void Random_lists_are_read_or_refused() => Gen.OneOf("slack", "point.delay", "bus(", "level(", "sum(", "where", "asc", "desc", ",", ")", "(", "1", "2ps", "\"a,b\"", "'", "/", "-", "<", "and", "violated", "clock", "any", "point.cell", "in", "é")
        .Array[0, 9].Select(static words => string.Join(' ', words)).Holds(
        static text =>
        {
            try
            {
                var values = new PathValues(PathColumns.ParseShown(text));
                values.Load(SampleReport.Chunk, s_all);
                Assert.InRange(values.LoadPoints(0), 1, 9);
                _ = PathOrder.Parse(text);
            }
            catch (FilterException error)
            {
                Assert.InRange(error.Column, 1, text.Length + 1);
                Assert.InRange(error.Length, 0, text.Length - error.Column + 1);
            }
        },
        iter: 30_000);

    private static string Written(PathValues values, int path)
    {
        var text = new TextBuffer();
        values.Write(0, path, text);
        return Encoding.UTF8.GetString(text.Written);
    }
}
