using Slackline.Service.Comparisons;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Gathers paths for a comparison and prints nothing.</summary>
internal sealed class EndpointSlackOutput(ComparedPaths paths) : IPathOutput
{
    public bool WantsMore => true;

    public bool NeedsOrder => false;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        paths.Add(chunk, matches);
        return matches.Length;
    }

    public void Finish()
    {
    }
}
