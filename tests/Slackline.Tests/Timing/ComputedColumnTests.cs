using Slackline.Queries;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Tests.Queries;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Tests.Timing;

/// <summary>Columns that are computed can stand wherever the others can, in a query that was given them.</summary>
public sealed class ComputedColumnTests
{
    // The context: what a placement would be.
    private static readonly Dictionary<string, double> s_places = SampleReport.Chunk[0].DataPoints.Select(static (point, i) => (point.Name, i)).DistinctBy(static pair => pair.Name).ToDictionary(static pair => pair.Name, static pair => 10.0 * pair.i);

    private static readonly ColumnSet s_columns = PathSchema.Columns.With(
        NumberColumn.OfPaths("distinct_cells", ColumnType.Count, "different cells on the path", static path => path.DataPoints.Select(static point => point.Cell).Distinct().Count()),
        NumberColumn.OfPoints("point.place", ColumnType.Distance, "where the point is", static point => s_places.GetValueOrDefault(point.Name, double.NaN)),
        FlagColumn.OfPaths("is_long", "has more than three points", static path => path.DataPoints.Any() ? path.DataPoints.Count() > 3 : null),
        TextColumn.Of("end_block", PathSchema.EndpointPin, "first letter of the endpoint", static pin => pin.Length == 0 ? "" : pin[..1]));

    [Theory]
    [InlineData("distinct_cells >= 2")]
    [InlineData("not distinct_cells >= 2")]
    [InlineData("distinct_cells is null")]
    [InlineData("any point.place > 5")]
    [InlineData("max(point.place) >= 10 and slack is not null")]
    [InlineData("count(point.place is null) > 0")]
    [InlineData("is_long")]
    [InlineData("not is_long")]
    [InlineData("is_long is null")]
    [InlineData("end_block = 'r'")]
    [InlineData("end_block is null")]
    [InlineData("end_block like '?' and distinct_cells + 1 > 2")]
    public void A_filter_asks_for_them(string text)
    {
        var filter = PathFilter.Parse(text, s_columns);
        int[] matches = new int[SampleReport.Chunk.Count];
        int count = filter.Match(SampleReport.Chunk, matches);
        Assert.Equal(Enumerable.Range(0, SampleReport.Chunk.Count).Where(i => Holds(text, SampleReport.Chunk[i])), matches[..count]);
    }

    [Fact]
    public async Task Orders_groups_and_lists_know_them()
    {
        PathChunk chunk = SampleReport.Chunk;
        PathSequence paths = Once(chunk).AsPaths();
        List<double> cells = [];
        await foreach (PathSelection selection in paths.TopBy(100, PathOrder.Parse("distinct_cells desc", columns: s_columns)).ReadSelectionsAsync(TestContext.Current.CancellationToken))
        {
            cells.AddRange(Enumerable.Range(0, selection.Count).Select(i => (double)Cells(selection[i])));
        }

        Assert.Equal(Enumerable.Range(0, chunk.Count).Select(i => (double)Cells(chunk[i])).OrderDescending(), cells);

        var groups = new PathGroups("end_block", detail: new GroupDetail { Columns = s_columns });
        groups.Add(chunk, [.. Enumerable.Range(0, chunk.Count)]);
        Assert.Equal(
            Enumerable.Range(0, chunk.Count).GroupBy(i => Block(chunk[i])).Select(static group => (group.Key, (long)group.Count())).Order(),
            groups.Groups.Select(static group => (group.Key[0].Text, group.Count)).Order());

        var values = new PathValues(PathColumns.ParseShown("distinct_cells, end_block, point.place", s_columns));
        Assert.Equal(["distinct_cells", "end_block", "point.place"], values.Expressions.Select(static column => column.Name));
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("Path_Group")]
    public void A_name_that_is_taken_is_refused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => PathSchema.Columns.With(NumberColumn.OfPaths(name.ToLowerInvariant(), ColumnType.Count, "", static _ => 0)));

    [Theory]
    [InlineData("")]
    [InlineData("Cells")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("point.x")]
    public void What_is_no_name_is_refused(string name) => Assert.Throws<ArgumentException>(() => NumberColumn.OfPaths(name, ColumnType.Count, "", static _ => 0));

    [Fact]
    public void Queries_that_were_not_given_them_do_not_know_them() => Assert.Throws<FilterException>(static () => PathFilter.Parse("distinct_cells > 1"));

    private static bool Holds(string text, TimingPath path)
    {
        double[] places = [.. path.DataPoints.Select(static point => s_places.GetValueOrDefault(point.Name, double.NaN))];
        bool? isLong = places.Length == 0 ? null : places.Length > 3;
        return text switch
        {
            "distinct_cells >= 2" => Cells(path) >= 2,
            "not distinct_cells >= 2" => Cells(path) < 2,
            "distinct_cells is null" => false,
            "any point.place > 5" => places.Any(static place => place > 5),
            "max(point.place) >= 10 and slack is not null" => places.Any(static place => place >= 10) && !double.IsNaN(path.Slack),
            "count(point.place is null) > 0" => places.Any(double.IsNaN),
            "is_long" => isLong == true,
            "not is_long" => isLong != true,
            "is_long is null" => isLong is null,
            "end_block = 'r'" => Block(path) == "r",
            "end_block is null" => Block(path).Length == 0,
            _ => Block(path).Length == 1 && Cells(path) + 1 > 2,
        };
    }

    private static int Cells(TimingPath path) => path.DataPoints.Select(static point => point.Cell).Distinct().Count();

    private static string Block(TimingPath path) => path.EndpointPin.Length == 0 ? "" : path.EndpointPin[..1];

    private static async IAsyncEnumerable<PathChunk> Once(PathChunk chunk)
    {
        await Task.Yield();
        yield return chunk;
    }
}
