using Slackline.Queries.Operators;

namespace Slackline.Service.Queries;

/// <summary>
/// What becomes of the paths that pass a query's filter, always in the order in which it stands here. Nothing unless set.
/// </summary>
internal sealed record PathOperators
{
    /// <summary>Only the worst path for each combination of values in these columns and expressions.</summary>
    public string? Distinct { get; init; }

    /// <summary>Which paths are the worst, for <see cref="Distinct"/> and <see cref="Top"/>.</summary>
    public PathOrder Order { get; init; } = PathOrder.Parse("slack");

    /// <summary>One path of so many: the first, and then every one so far from it.</summary>
    public long? Every { get; init; }

    /// <summary>So many paths chosen at random.</summary>
    public int? Sample { get; init; }

    /// <summary>Another seed chooses others.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The worst paths.</summary>
    public int? Top { get; init; }

    /// <summary>How many paths are left out before the first.</summary>
    public long? Skip { get; init; }

    /// <summary>How many paths are given at most.</summary>
    public long? Take { get; init; }

    /// <summary>How many keys <see cref="Distinct"/> may remember; null for the usual bound.</summary>
    public int? MaxKeys { get; init; }

    /// <summary>The operators one after the other; null when there is none.</summary>
    public Func<PathSequence, PathSequence>? Steps()
    {
        List<Func<PathSequence, PathSequence>> steps = [];
        if (Distinct is { } distinct)
        {
            steps.Add(paths => MaxKeys is { } most ? paths.Distinct(distinct, Order, most) : paths.Distinct(distinct, Order));
        }

        if (Every is { } every)
        {
            steps.Add(paths => paths.SampleEvery(every));
        }

        if (Sample is { } sample)
        {
            steps.Add(paths => paths.SampleRandom(sample, Seed));
        }

        if (Top is { } top)
        {
            steps.Add(paths => paths.TopBy(top, Order));
        }

        if (Skip is { } skip)
        {
            steps.Add(paths => paths.Skip(skip));
        }

        if (Take is { } take)
        {
            steps.Add(paths => paths.Take(take));
        }

        return steps.Count == 0 ? null : paths => steps.Aggregate(paths, static (so, step) => step(so));
    }
}
