using Slackline.Queries;
using Slackline.Queries.Aggregates;
using Slackline.Service.Sources;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Cli.Output;

/// <summary>Takes in paths by groups, and prints the groups when all have come.</summary>
internal abstract class GroupOutput(PathGroups groups, GroupView view) : IPathOutput
{
    public bool WantsMore => true;

    public string? NamesUnit =>
        groups.Added.Any(static added => added.Kind is ColumnType.Time or ColumnType.Capacitance) ? "The total"
        : groups.Columns.Concat(groups.Added).Any(static column => column.DependsOnUnits) ? "A column"
        : null;

    /// <summary>Digits after the point that the reports print.</summary>
    protected int Digits { get; private set; }

    protected PathGroups Groups => groups;

    protected GroupView View => view;

    /// <summary>Paths that were printed under several headings.</summary>
    protected RepeatedPaths Repeated { get; } = new();

    /// <summary>The output in a format.</summary>
    /// <param name="groups">Counts the groups.</param>
    /// <param name="format">How they are printed.</param>
    /// <param name="view">Which of them are printed.</param>
    public static GroupOutput Make(PathGroups groups, OutputFormat format, GroupView view) => format switch
    {
        OutputFormat.Table => new GroupTable(groups, view, StandardOutput.Text, Terminal.Width, Terminal.HasColours),
        OutputFormat.Csv => new GroupCsv(groups, view, StandardOutput.Stream),
        _ => new GroupLines(groups, view, StandardOutput.Stream),
    };

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        groups.Add(chunk, matches);
        Repeated.Add(chunk, matches);
        foreach (int match in matches)
        {
            Digits = Math.Max(Digits, chunk.Digits[match]);
        }

        return matches.Length;
    }

    public abstract void Finish();

    /// <summary>The title of a sum, with its unit.</summary>
    protected string TitleOf(PathExpression added) =>
        Groups.Units is { } units && added.UnitIn(units) is { Length: > 0 } unit ? $"{added.Name} [{unit}]" : added.Name;

    public virtual void Conclude(OutputSummary summary)
    {
    }
}
