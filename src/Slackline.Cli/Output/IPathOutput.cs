using Slackline.Service.Sources;
using Slackline.Timing;
using Slackline.Transport;

namespace Slackline.Cli.Output;

/// <summary>What a command does with the paths that pass the filter.</summary>
internal interface IPathOutput
{
    /// <summary>Whether it takes further paths.</summary>
    bool WantsMore { get; }

    /// <summary>Whether its result depends on the order in which the paths come.</summary>
    bool NeedsOrder => true;

    /// <summary>
    /// The part of the output that names a unit, such as "A column", for which the units of the paths must be known; null when no part
    /// does.
    /// </summary>
    string? NamesUnit => null;

    /// <summary>The query begins; its paths are kept as a stream where there is an id.</summary>
    void Begin(string? keptAs)
    {
    }

    /// <summary>Takes the next matching paths. Returns how many it took: all, unless it wants no more.</summary>
    int Accept(PathChunk chunk, ReadOnlySpan<int> matches);

    /// <summary>Where text goes that was printed besides the paths; null where it would spoil the output.</summary>
    Stream? Beside => null;

    /// <summary>Prints the remaining notes when all paths have come: the other content of the source.</summary>
    void Conclude(OutputSummary summary)
    {
    }

    /// <summary>All paths have come, or the query was stopped: prints the rest of the output.</summary>
    void Finish();

    /// <summary>The query is over, however it ended, and nothing is printed after this.</summary>
    void End(QueryEnd end)
    {
    }
}
