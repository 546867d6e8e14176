using Slackline.Queries.Aggregates;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Keeps the worst slack of each endpoint and prints nothing: half of a comparison.</summary>
internal sealed class EndpointSlackOutput(int maxEndpoints) : IPathOutput
{
    /// <summary>The slacks.</summary>
    public EndpointSlacks Slacks { get; } = new(maxEndpoints);

    /// <summary>Their units; null until a path has come, or where the paths have different units.</summary>
    public TimingUnits? Units { get; private set; }

    /// <summary>Whether paths of different units have come.</summary>
    public bool HasMixedUnits { get; private set; }

    /// <summary>The most digits that a path was printed with.</summary>
    public int Digits { get; private set; } = 2;

    public bool WantsMore => true;

    public bool NeedsOrder => false;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        HasMixedUnits |= Units is not null && Units != chunk.Units;
        Units ??= chunk.Units;
        foreach (int match in matches)
        {
            Digits = Math.Max(Digits, chunk[match].Digits);
        }

        Slacks.Add(chunk, matches);
        return matches.Length;
    }

    public void Finish()
    {
    }
}
