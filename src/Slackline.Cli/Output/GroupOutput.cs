using Slackline.Cli.Sources;
using Slackline.Queries.Aggregates;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Takes in paths by groups, and prints the groups when all have come.</summary>
internal abstract class GroupOutput(PathGroups groups) : IPathOutput
{
    public bool WantsMore => true;

    /// <summary>Digits after the point that the reports print.</summary>
    protected int Digits { get; private set; }

    protected PathGroups Groups => groups;

    /// <summary>Paths that were printed under several headings.</summary>
    protected RepeatedPaths Repeated { get; } = new();

    /// <summary>The output in a format.</summary>
    /// <param name="groups">Counts the groups.</param>
    /// <param name="format">How they are printed.</param>
    /// <param name="hiddenIfAlike">Columns that a table leaves out where all groups have the same in them.</param>
    public static GroupOutput Make(PathGroups groups, OutputFormat format, params string[] hiddenIfAlike) => format switch
    {
        OutputFormat.Table => new GroupTable(groups, StandardOutput.Text, Terminal.Width, Terminal.HasColours) { HiddenIfAlike = hiddenIfAlike },
        OutputFormat.Csv => new GroupCsv(groups, StandardOutput.Stream),
        _ => new GroupLines(groups, StandardOutput.Stream),
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

    public virtual void Conclude(BlockTally tally)
    {
    }
}
