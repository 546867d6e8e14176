using Slackline.Queries;
using Slackline.Queries.Syntax;

namespace Slackline.Tests.Queries;

/// <summary>What a wrong filter is told.</summary>
public class FilterExceptionSpecs
{
    private const string Value = "expected a column, a number, a string or '('";

    [Theory]
    [InlineData("slak < 0", 1, 4, "unknown column 'slak' at column 1; did you mean 'slack'?")]
    [InlineData("slack < 0 and dpeth > 3", 15, 5, "unknown column 'dpeth' at column 15; did you mean 'depth'?")]
    [InlineData("ENDPIONT = 'a'", 1, 8, "unknown column 'ENDPIONT' at column 1; did you mean 'endpoint'?")]
    [InlineData("cell like 'BUF*'", 1, 4, "unknown column 'cell' at column 1; did you mean 'point.cell'?")]
    [InlineData("any point.sell like 'BUF*'", 5, 10, "unknown column 'point.sell' at column 5; did you mean 'point.cell'?")]
    [InlineData("zebra < 0", 1, 5, "unknown column 'zebra' at column 1")]
    [InlineData("cuont(point.cell like 'B*') > 1", 1, 5, "unknown function 'cuont' at column 1; did you mean 'count'?")]
    [InlineData("sqrt(slack) > 1", 1, 4, "unknown function 'sqrt' at column 1; there are abs, min, max, count, sum, bus, level")]
    [InlineData("slack < 5nm", 10, 2, "unknown unit 'nm' at column 10; times are in fs, ps, ns, us, ms or s, capacitances in fF, pF or nF")]
    public void Unknown_words_get_a_suggestion(string filter, int column, int length, string message) => Fails(filter, column, length, message);

    [Theory]
    [InlineData("launch_clock = core_clk", 16, 8, "unknown column 'core_clk' at column 16; did you mean \"core_clk\" in quotes?")]
    [InlineData("core_clk = launch_clock", 1, 8, "unknown column 'core_clk' at column 1; did you mean \"core_clk\" in quotes?")]
    [InlineData("endpoint != core/alu", 13, 4, "unknown column 'core' at column 13; did you mean \"core/alu\" in quotes?")]
    [InlineData("group in (clk, 'io')", 11, 3, "unknown column 'clk' at column 11; did you mean \"clk\" in quotes?")]
    [InlineData("endpoint like core*", 15, 4, "expected a string in quotes, found 'core' at column 15; did you mean \"core*\" in quotes?")]
    [InlineData("(endpoint under core/alu)", 17, 4, "expected a string in quotes, found 'core' at column 17; did you mean \"core/alu\" in quotes?")]
    public void Bare_words_should_be_quoted(string filter, int column, int length, string message) => Fails(filter, column, length, message);

    [Theory]
    [InlineData("", 1, 0, Value + ", found the end of the filter at column 1")]
    [InlineData("  ", 3, 0, Value + ", found the end of the filter at column 3")]
    [InlineData("slack <", 8, 0, Value + ", found the end of the filter at column 8")]
    [InlineData("slack < 0 and ", 15, 0, Value + ", found the end of the filter at column 15")]
    [InlineData("slack < 0 or or", 14, 2, Value + ", found 'or' at column 14")]
    [InlineData("slack =< 0", 8, 1, Value + ", found '<' at column 8")]
    [InlineData("slack < +5", 9, 1, Value + ", found '+' at column 9")]
    [InlineData("not", 4, 0, Value + ", found the end of the filter at column 4")]
    [InlineData("()", 2, 1, Value + ", found ')' at column 2")]
    [InlineData("slack in ()", 11, 1, Value + ", found ')' at column 11")]
    [InlineData("slack in (1,", 13, 0, Value + ", found the end of the filter at column 13")]
    [InlineData("slack in (1 2)", 13, 1, "expected ',' or ')', found '2' at column 13")]
    [InlineData("slack in 5", 10, 1, "expected '(' and a list of values, found '5' at column 10")]
    [InlineData("slack not 5", 11, 1, "expected 'in', 'like', 'matches', '~' or 'under' after 'not', found '5' at column 11")]
    [InlineData("slack is 5", 10, 1, "expected 'null' or 'not null' after 'is', found '5' at column 10")]
    [InlineData("slack is not", 13, 0, "expected 'null' or 'not null' after 'is', found the end of the filter at column 13")]
    [InlineData("(slack < 0", 11, 0, "expected an operator or ')', found the end of the filter at column 11")]
    [InlineData("(group = 'a' depth", 14, 5, "expected an operator or ')', found 'depth' at column 14")]
    [InlineData("abs(slack depth) < 0", 11, 5, "expected ',', ')' or an operator, found 'depth' at column 11")]
    [InlineData("slack < 0)", 10, 1, "expected an operator or the end of the filter, found ')' at column 10")]
    [InlineData("slack 0", 7, 1, "expected an operator or the end of the filter, found '0' at column 7")]
    [InlineData("0 < slack < 1", 11, 1, "expected an operator or the end of the filter, found '<' at column 11")]
    [InlineData("slack < 0; exit", 10, 1, "expected an operator or the end of the filter, found ';' at column 10")]
    [InlineData("group like 5", 12, 1, "expected a string in quotes, found '5' at column 12; did you mean \"5\" in quotes?")]
    [InlineData("group like", 11, 0, "expected a string in quotes, found the end of the filter at column 11")]
    [InlineData("group = \"clk", 13, 0, "expected \" at the end of the string, found the end of the filter at column 13")]
    [InlineData("group = 'clk\\'", 15, 0, "expected ' at the end of the string, found the end of the filter at column 15")]
    public void Syntax_errors_say_what_was_found_and_what_was_expected(string filter, int column, int length, string message) =>
        Fails(filter, column, length, message);

    [Theory]
    [InlineData("slack", 1, 5, "'slack' is no condition at column 1; write slack < …")]
    [InlineData("group and violated", 1, 5, "'group' is no condition at column 1; write group = \"…\"")]
    [InlineData("5", 1, 1, "expected a condition such as slack < 0, found a number at column 1")]
    [InlineData("violated or 'x'", 13, 3, "expected a condition such as slack < 0, found a string at column 13")]
    [InlineData("violated and slack + 1", 14, 9, "expected a condition such as slack < 0, found a number at column 14")]
    [InlineData("violated = 1", 1, 8, "expected a number, found the condition 'violated' at column 1; write violated alone, or not violated")]
    [InlineData("(slack < 0) = 1", 2, 9, "expected a number, found a condition at column 2")]
    [InlineData("(slack is null) = 1", 2, 13, "expected a number, found a condition at column 2")]
    [InlineData("(slack is not  null ) = 1", 2, 18, "expected a number, found a condition at column 2")]
    [InlineData("(slack in (1, 2) ) = 1", 2, 15, "expected a number, found a condition at column 2")]
    [InlineData("1 = (not group like 'x')", 6, 18, "expected a number, found a condition at column 6")]
    [InlineData("1 = (violated and violated or violated)", 6, 33, "expected a number, found a condition at column 6")]
    [InlineData("group < 'x'", 1, 11, "texts have no order at column 1; compare them with =, !=, in, like, matches or under")]
    [InlineData("group + 1 < 5", 1, 5, "expected a number, found the text column 'group' at column 1")]
    [InlineData("group = 5", 9, 1, "expected a string in quotes, found a number at column 9")]
    [InlineData("slack = 'x'", 1, 5, "expected a text column, found 'slack' at column 1")]
    [InlineData("5 = 'x'", 1, 1, "expected a string in quotes, found a number at column 1")]
    [InlineData("'a' = 'b'", 1, 9, "expected a column on one side of the comparison, found two strings at column 1")]
    [InlineData("group = slack", 9, 5, "expected a text column, found 'slack' at column 9")]
    [InlineData("clock = launch_clock", 1, 5, "'clock' stands for two columns at column 1; compare launch_clock or capture_clock")]
    [InlineData("slack like 'x'", 1, 5, "expected a text column, found 'slack' at column 1")]
    [InlineData("5 like 'x'", 1, 1, "expected a text column, found a number at column 1")]
    [InlineData("'x' in ('x')", 1, 3, "expected a text column, found a string at column 1")]
    [InlineData("group in ('x', 5)", 16, 1, "expected a string in quotes, found a number at column 16")]
    [InlineData("slack in (0, 'x')", 14, 3, "expected a number, found a string at column 14")]
    [InlineData("slack in (0, depth)", 14, 5, "expected a number in the list, found 'depth' at column 14")]
    [InlineData("type = 'early'", 8, 7, "'path_type' is never \"early\" at column 8; it is \"max\" or \"min\" or \"setup\" or \"hold\"")]
    [InlineData("any point.edge in ('rise', 'v')", 28, 3, "'point.edge' is never \"v\" at column 28; it is \"rise\" or \"fall\"")]
    [InlineData("endpoint under '/'", 16, 3, "expected the name of an instance after 'under', found none at column 16")]
    [InlineData("slack < 1e999", 9, 5, "the number is too large at column 9")]
    [InlineData("slack < 1e400s", 9, 6, "the number is too large at column 9")]
    [InlineData("abs() < 1", 5, 1, Value + ", found ')' at column 5")]
    [InlineData("abs(1, 2) < 1", 1, 9, "abs takes 1 argument, found 2 at column 1")]
    [InlineData("min(slack) < 1", 5, 5, "'slack' is a value of the whole path, and only columns of points can stand after any, all, no and in count(…) or sum(…) at column 5")]
    [InlineData("min(slack, 1, 2) < 1", 1, 16, "min takes 2 arguments, found 3 at column 1")]
    [InlineData("sum(point.delay, 1) < 1", 1, 19, "sum takes 1 argument, found 2 at column 1")]
    [InlineData("sum(point.cell) < 1", 5, 10, "expected a number, found the text column 'point.cell' at column 5")]
    [InlineData("sum(point.delay where depth > 1) < 1", 23, 5, "'depth' is a value of the whole path, and only columns of points can stand after any, all, no and in count(…) or sum(…) at column 23")]
    [InlineData("sum(point.delay where) < 1", 22, 1, Value + ", found ')' at column 22")]
    [InlineData("sum(point.delay where point.cell) < 1", 23, 10, "'point.cell' is no condition at column 23; write point.cell = \"…\"")]
    [InlineData("sum(point.delay where point.delay > 1pF) < 1", 23, 17, "cannot compare a time with a capacitance at column 23")]
    [InlineData("sum(point.delay) > 1pF", 1, 22, "cannot compare a time with a capacitance at column 1")]
    [InlineData("any sum(point.delay) > 1", 5, 16, "any, all, no, count, sum, and min and max of one number cannot stand inside one another at column 5")]
    [InlineData("count(point.delay > 0 where point.delay > 1) > 1", 29, 15, "count takes no 'where' at column 29; sum, min and max of one number do")]
    [InlineData("abs(slack where depth > 1) > 1", 17, 9, "abs takes no 'where' at column 17; sum, min and max of one number do")]
    [InlineData("bus(slack) = 'x'", 5, 5, "expected a text column, found 'slack' at column 5")]
    [InlineData("bus(endpoint) > 1", 1, 17, "texts have no order at column 1; compare them with =, !=, in, like, matches or under")]
    [InlineData("bus(endpoint) + 1 > 1", 1, 13, "expected a number, found the text bus(…) at column 1")]
    [InlineData("bus(clock) = 'x'", 5, 5, "'clock' stands for two columns at column 5; compare launch_clock or capture_clock")]
    [InlineData("level(endpoint) = 'x'", 1, 15, "level takes 2 arguments, found 1 at column 1")]
    [InlineData("level(endpoint, 0) = 'x'", 17, 1, "expected a number of levels: a whole number from 1 to 1000 at column 17")]
    [InlineData("level(endpoint, 1.5) = 'x'", 17, 3, "expected a number of levels: a whole number from 1 to 1000 at column 17")]
    [InlineData("level(endpoint, depth) = 'x'", 17, 5, "expected a number of levels: a whole number from 1 to 1000 at column 17")]
    [InlineData("count(depth) < 1", 7, 5, "'depth' is a value of the whole path, and only columns of points can stand after any, all, no and in count(…) or sum(…) at column 7")]
    [InlineData("any slack < 0", 5, 5, "'slack' is a value of the whole path, and only columns of points can stand after any, all, no and in count(…) or sum(…) at column 5")]
    [InlineData("point.delay > 1", 1, 11, "'point.delay' is a value of one point of a path at column 1; put any, all or no before the condition, or count(…) around it, or sum(…) around a number")]
    [InlineData("any all point.delay > 1", 5, 19, "any, all, no, count, sum, and min and max of one number cannot stand inside one another at column 5")]
    [InlineData("any count(point.delay > 1) > 1", 5, 22, "any, all, no, count, sum, and min and max of one number cannot stand inside one another at column 5")]
    public void Types_must_fit(string filter, int column, int length, string message) => Fails(filter, column, length, message);

    [Theory]
    [InlineData("slack < 1pF", 1, 11, "cannot compare a time with a capacitance at column 1")]
    [InlineData("any point.cap > 1ps", 5, 15, "cannot compare a capacitance with a time at column 5")]
    [InlineData("any point.delay + point.cap > 1", 5, 23, "cannot combine a time with a capacitance at column 5")]
    [InlineData("slack * slack < 1ps", 1, 19, "cannot compare a time to the power of 2 with a time at column 1")]
    [InlineData("any point.cap * point.cap < 1pF", 5, 27, "cannot compare a capacitance to the power of 2 with a capacitance at column 5")]
    [InlineData("any point.cap * point.delay < 1pF", 5, 29, "cannot compare a product of times and capacitances with a capacitance at column 5")]
    [InlineData("slack in (1ps, 1fF)", 16, 3, "cannot compare a time with a capacitance at column 16")]
    [InlineData("max(slack, 1fF) < 1", 1, 15, "cannot combine a time with a capacitance at column 1")]
    public void Units_must_fit(string filter, int column, int length, string message) => Fails(filter, column, length, message);

    [Theory]
    [InlineData("slack * 2 < 1ps")]
    [InlineData("slack / arrival < 0.5")]
    [InlineData("slack / 10ps < depth")]
    [InlineData("slack * 5ps / arrival < 1ps")]
    [InlineData("any point.delay / point.cap < 3")]
    [InlineData("abs(slack - 10ps) < max(1, 2ns)")]
    public void Units_may_cancel_out(string filter) => PathFilter.Parse(filter);

    [Theory]
    [InlineData("endpoint matches '('", 18)]
    [InlineData("endpoint ~ 'a(?=b)'", 12)]
    [InlineData("endpoint ~ '(a)\\1'", 12)]
    [InlineData("endpoint ~ '((a{1000}){1000}){1000}'", 12)]
    public void Regular_expressions_must_be_linear(string filter, int column)
    {
        FilterException error = Assert.Throws<FilterException>(() => PathFilter.Parse(filter));
        Assert.Equal(column, error.Column);
        Assert.StartsWith("the regular expression is not understood (", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_has_carets_under_the_wrong_part()
    {
        FilterException error = Fails("slack < 0\nor slak\t< 0", 14, 4, "unknown column 'slak' at column 14; did you mean 'slack'?");
        Assert.Equal("slack < 0 or slak < 0\n             ^^^^", error.Picture);
        Assert.Equal("slack < 0\nor slak\t< 0", error.Filter);
    }

    [Fact]
    public void The_picture_has_one_caret_where_something_is_missing() =>
        Assert.Equal("slack <\n       ^", Assert.Throws<FilterException>(() => PathFilter.Parse("slack <")).Picture);

    [Fact]
    public void A_filter_may_have_10000_characters()
    {
        PathFilter.Parse("violated".PadRight(10_000));
        FilterException error = Assert.Throws<FilterException>(() => PathFilter.Parse("violated".PadRight(10_001)));
        Assert.Equal((10_001, 1), (error.Column, error.Length));
        Assert.Equal("the filter has 10001 characters and may have 10000: it is too long at column 10001", error.Message);
    }

    [Fact]
    public void A_hundred_parentheses_are_well() => PathFilter.Parse(new string('(', 100) + "violated" + new string(')', 100));

    [Theory]
    [InlineData("(", 101)]
    [InlineData("(", 5_000)]
    [InlineData("abs(", 101)]
    [InlineData("not ", 100)]
    [InlineData("!", 9_000)]
    [InlineData("slack in (-(", 300)]
    [InlineData("-", 9_000, "0 < ")]
    public void More_is_too_deep(string opening, int times, string before = "")
    {
        FilterException error = Assert.Throws<FilterException>(() => PathFilter.Parse(before + string.Concat(Enumerable.Repeat(opening, times)) + "violated"));
        Assert.StartsWith("nested more than 100 deep at column ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_thousand_parentheses_are_refused() =>
        Assert.Throws<FilterException>(() => PathFilter.Parse(new string('(', 100_000)));

    [Fact]
    public void Sums_may_have_99_signs()
    {
        PathFilter.Parse("0 < slack" + string.Concat(Enumerable.Repeat(" + 1", 98)));
        Assert.Throws<FilterException>(() => PathFilter.Parse("0 < slack" + string.Concat(Enumerable.Repeat(" + 1", 2_000))));
    }

    [Fact]
    public void Long_chains_of_and_and_or_are_not_deep()
    {
        PathFilter.Parse(string.Join(" or ", Enumerable.Repeat("slack<0", 900)));
        PathFilter.Parse(string.Join(" and ", Enumerable.Repeat("depth>1", 800)));
    }

    [Fact]
    public void Deep_filters_do_not_exhaust_a_small_stack()
    {
        string[] filters =
        [
            new string('(', 100) + "violated" + new string(')', 100),
            new string('(', 10_000),
            string.Concat(Enumerable.Repeat("not ", 2_400)) + "violated",
            "endpoint = a" + string.Concat(Enumerable.Repeat("/a", 4_000)),
            "endpoint ~ '" + new string('(', 4_900) + new string(')', 4_900) + "'",
            "endpoint ~ '" + string.Concat(Enumerable.Repeat("(a|", 3_000)) + "'",
        ];
        Exception?[] errors = [];
        var thread = new Thread(() => errors = [.. filters.Select(static filter => Record.Exception(() => PathFilter.Parse(filter).Match(SampleReport.Chunk, new int[6])))], 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Equal(filters.Length, errors.Length);
        Assert.Null(errors[0]);
        Assert.All(errors, static error => Assert.True(error is null or FilterException, error?.ToString()));
    }

    [Fact]
    public void Nothing_is_no_filter()
    {
        Assert.Throws<ArgumentNullException>(() => PathFilter.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => PathFilter.Parse("violated").Match(null!, []));
    }

    private static FilterException Fails(string filter, int column, int length, string message)
    {
        FilterException error = Assert.Throws<FilterException>(() => PathFilter.Parse(filter));
        Assert.Equal(message, error.Message);
        Assert.Equal((column, length), (error.Column, error.Length));
        Assert.Equal(filter, error.Filter);
        return error;
    }
}
