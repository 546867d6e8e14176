using System.Text.Json;
using Slackline.Mcp.Pages;
using Slackline.Reports.Data;

namespace Slackline.Mcp.Tests.Pages;

public sealed class RowTableTests
{
    [Fact]
    public void What_all_rows_have_in_common_is_given_once()
    {
        var table = new RowTable(["slack", "group", "mode"], budget: 1_000);
        Assert.True(table.TryAdd([-0.5, "clk", null]));
        Assert.True(table.TryAdd([-0.4, "clk", null]));
        Assert.Equal(["slack"], table.Columns);
        Assert.Equal(new Dictionary<string, object> { ["group"] = "clk" }, table.Same);
        Assert.Equal("[[-0.5],[-0.4]]", JsonSerializer.Serialize(table.Rows, ReportJson.Options));
    }

    [Fact]
    public void A_row_that_differs_late_brings_its_column_back()
    {
        var table = new RowTable(["slack", "group"], budget: 1_000);
        table.TryAdd([-0.5, "clk"]);
        table.TryAdd([-0.5, "clk"]);
        table.TryAdd([-0.5, "io"]);
        Assert.Equal(["group"], table.Columns);
        Assert.Equal("""[["clk"],["clk"],["io"]]""", JsonSerializer.Serialize(table.Rows, ReportJson.Options));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(200)]
    [InlineData(2_000)]
    public void Rows_stay_within_the_budget(int budget)
    {
        var table = new RowTable(["slack", "endpoint", "group"], budget);
        int row = 0;
        while (table.TryAdd([row / 100.0, $"core/u{row}", row < 20 ? "clk" : "io"]))
        {
            row++;
        }

        Assert.InRange(JsonSerializer.Serialize(table.Rows, ReportJson.Options).Length, budget / 2, budget + 10);
    }

    [Fact]
    public void The_first_row_is_taken_whatever_its_size()
    {
        var table = new RowTable(["name"], budget: 5);
        Assert.True(table.TryAdd([new string('x', 100)]));
        Assert.False(table.TryAdd(["y"]));
    }
}
