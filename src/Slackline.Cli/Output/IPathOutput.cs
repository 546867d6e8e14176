using Slackline.Cli.Sources;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>What a command does with the paths that pass the filter.</summary>
internal interface IPathOutput
{
    /// <summary>Whether it takes further paths.</summary>
    bool WantsMore { get; }

    /// <summary>Whether its result depends on the order in which the paths come.</summary>
    bool NeedsOrder => true;

    /// <summary>What of it names a unit, so that it must be known what the paths' numbers count, such as "A column"; null for nothing.</summary>
    string? NamesUnit => null;

    /// <summary>The query begins; its paths are kept as a stream where there is an id.</summary>
    void Begin(string? keptAs)
    {
    }

    /// <summary>Takes the next matching paths. Returns how many it took: all, unless it wants no more.</summary>
    int Accept(PathChunk chunk, ReadOnlySpan<int> matches);

    /// <summary>Where text goes that was printed beside the paths; null where it would spoil what is printed there.</summary>
    Stream? Beside => null;

    /// <summary>What is left to say is printed, when all paths have come: what else the source held.</summary>
    void Conclude(BlockTally tally)
    {
    }

    /// <summary>All paths have come, or the query was stopped: prints what is left to print.</summary>
    void Finish();
}
