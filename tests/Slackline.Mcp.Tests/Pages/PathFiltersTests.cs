using Slackline.Mcp.Streams;
using Slackline.Queries;

namespace Slackline.Mcp.Tests.Pages;

public sealed class PathFiltersTests
{
    [Fact]
    public void Fields_become_one_condition()
    {
        var filters = new PathFilters { SlackMax = -0.05, SlackMin = -1, PathGroup = "core*", Clock = "clk", Startpoint = "a/*", Endpoint = "b/q_reg[3]", Through = "*/mul/*", Where = "depth > 3 or violated" };
        string where = filters.ToWhere();
        Assert.Equal(
            """slack <= -0.05 and slack >= -1 and group like "core*" and clock like "clk" and (startpoint like "a/*" or startpoint_pin like "a/*") and (endpoint like "b/q_reg[3]" or endpoint_pin like "b/q_reg[3]") and any point.pin like "*/mul/*" and (depth > 3 or violated)""",
            where);
        PathFilter.Parse(where);
    }

    /// <summary>As patterns, the stars would match other groups, too, and another version's name nothing.</summary>
    [Theory]
    [InlineData("**async_default**")]
    [InlineData("gated clock")]
    public void Groups_that_versions_name_differently_are_no_patterns(string name) => Assert.Equal($"group = \"{name}\"", new PathFilters { PathGroup = name }.ToWhere());

    [Fact]
    public void Nothing_asked_is_no_condition() => Assert.Equal("", new PathFilters().ToWhere());

    [Theory]
    [InlineData("\" or slack > -1000 or group like \"")]
    [InlineData("\\\" or slack > -1000 or group like \\\"")]
    [InlineData("x\\")]
    public void A_name_stays_a_name(string name)
    {
        string where = new PathFilters { Endpoint = name, SlackMax = 0 }.ToWhere();
        PathFilter.Parse(where);
        Assert.StartsWith("slack <= 0 and (endpoint like \"", where, StringComparison.Ordinal);

        // Parsed, it is two conditions and no more: the name's quotes end nothing.
        Assert.Equal(2, where.Replace(name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), "NAME", StringComparison.Ordinal).Split(" and ").Length);
    }
}
