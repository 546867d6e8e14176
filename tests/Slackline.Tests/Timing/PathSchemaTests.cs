using System.Reflection;
using System.Text.RegularExpressions;
using Apache.Arrow.Types;
using Slackline.Arrow;
using Slackline.Timing.Schema;

namespace Slackline.Tests.Timing;

/// <summary>Every column is defined once, in <see cref="PathSchema"/>; what is written by hand beside it says the same.</summary>
public sealed partial class PathSchemaTests
{
    [Fact]
    public void Every_column_that_is_defined_is_listed()
    {
        Column[] defined = [.. typeof(PathSchema).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(static field => field.GetValue(null)).OfType<Column>()];
        Assert.NotEmpty(defined);
        Assert.Equal(defined, PathSchema.Columns.All);
    }

    [Fact]
    public void Every_name_finds_its_column_in_any_case() =>
        Assert.All(PathSchema.Columns.All, static column => Assert.All(
            column.Synonyms.Append(column.Name), name => Assert.Same(column, PathSchema.Columns.Find(name.ToUpperInvariant()))));

    [Fact]
    public void The_documentation_of_filters_lists_the_columns_with_what_they_hold()
    {
        string[] documented = [.. TableOf("Queries/FILTERS.md").SelectMany(static row => InBackticks().Matches(row.Cells[0]).Select(name => $"{name.Groups[1].Value} {row.Cells[1]}"))];
        Assert.Equal(
            PathSchema.Columns.All.SelectMany(static column => column.Synonyms.Prepend(column.Name).Select(name => $"{name} {Word(column.Type)}")).Order(StringComparer.Ordinal),
            documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_table_of_paths_has_the_columns_in_types_of_theirs()
    {
        Dictionary<string, IArrowType> fields = new PathTable().Schema.FieldsList.ToDictionary(static field => field.Name, static field => field.DataType);
        Assert.All(PathSchema.Kept, column => Assert.Equal(TypeOf(column.Type), fields[column.Field].TypeId));

        // No other field is called as a column that is not kept.
        Assert.DoesNotContain(PathSchema.Columns.All.Where(static column => !column.IsPoint).Except(PathSchema.Kept).SelectMany(static column => column.Synonyms.Append(column.Name)), fields.ContainsKey);
    }

    [Fact]
    public void The_documentation_of_kept_streams_names_every_field()
    {
        string text = File.ReadAllText(Documents.Engine("Streams/Spooling/SPOOL.md"));
        Assert.All(new PathTable().Schema.FieldsList.Concat(new PointTable().Schema.FieldsList), field => Assert.Contains($"`{field.Name}`", text, StringComparison.Ordinal));
    }

    private static IEnumerable<(string[] Cells, string Line)> TableOf(string document) =>
        File.ReadLines(Documents.Engine(document))
            .SkipWhile(static line => line != "## Columns")
            .Where(static line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(static line => (line.Split('|', StringSplitOptions.TrimEntries)[1..], line));

    private static string Word(ColumnType type) => type == ColumnType.Flag ? "condition" : type.ToString().ToLowerInvariant();

    private static ArrowTypeId TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => ArrowTypeId.String,
        ColumnType.Flag => ArrowTypeId.Boolean,
        ColumnType.Count => ArrowTypeId.Int32,
        _ => ArrowTypeId.Double,
    };

    [GeneratedRegex("`([a-z_.]+)`")]
    private static partial Regex InBackticks();
}
