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

    public static GroupOutput Make(PathGroups groups, OutputFormat format) => format == OutputFormat.Table
        ? new GroupTable(groups, StandardOutput.Text, Terminal.HasColours)
        : new GroupLines(groups, StandardOutput.Stream);

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        groups.Add(chunk, matches);
        foreach (int match in matches)
        {
            Digits = Math.Max(Digits, chunk.Digits[match]);
        }

        return matches.Length;
    }

    public abstract void Finish();
}
