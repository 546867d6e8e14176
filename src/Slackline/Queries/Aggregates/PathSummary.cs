using System.IO.Hashing;
using Slackline.Timing;

namespace Slackline.Queries.Aggregates;

/// <summary>
/// Counts, WNS and TNS per path group, path type and clock pair, while paths stream by. TNS is, as in OpenSTA, the sum over endpoints of their worst
/// negative slack; an endpoint's further paths do not count again. For that, the violating endpoints are remembered (about 40 bytes each), nothing else is.
/// </summary>
public sealed class PathSummary
{
    private readonly Dictionary<GroupKey, GroupTotals> _groups = [];
    private readonly Dictionary<UInt128, double> _worstOfEndpoint = [];

    /// <summary>The most violating endpoints that are remembered; past it TNS is a lower bound on the violation and <see cref="IsTnsComplete"/> is false.</summary>
    public int MaxEndpoints { get; init; } = 4_000_000;

    /// <summary>Whether TNS takes in every violating endpoint.</summary>
    public bool IsTnsComplete { get; private set; } = true;

    /// <summary>How many paths were taken in.</summary>
    public long Count { get; private set; }

    /// <summary>The groups, the worst first.</summary>
    public IReadOnlyList<GroupSummary> Groups =>
    [
        .. _groups.Select(pair => new GroupSummary(
                pair.Key.Group, pair.Key.Type, pair.Key.LaunchClock, pair.Key.CaptureClock,
                pair.Value.Count, pair.Value.Violating, pair.Value.Endpoints, pair.Value.Worst, pair.Value.Tns))
            .OrderBy(group => double.IsNaN(group.WorstSlack) ? double.PositiveInfinity : group.WorstSlack)
            .ThenBy(group => group.Group, StringComparer.Ordinal)
            .ThenBy(group => group.LaunchClock, StringComparer.Ordinal),
    ];

    /// <summary>Takes in some paths of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="paths">Which of its paths.</param>
    public void Add(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        // Within a chunk names have small ids, and few combinations occur: strings are made once per combination and chunk.
        var known = new Dictionary<(int Group, int Start, int End, PathType Type), GroupTotals>();
        foreach (int path in paths)
        {
            var ids = (chunk.PathGroup[path], chunk.StartpointDetail[path], chunk.EndpointDetail[path], chunk.PathType[path]);
            if (!known.TryGetValue(ids, out GroupTotals? totals))
            {
                TimingPath view = chunk[path];
                totals = Totals(new GroupKey(view.PathGroup, view.PathType, view.LaunchClock, view.CaptureClock));
                known.Add(ids, totals);
            }

            Count++;
            Add(totals, chunk, path);
        }
    }

    private void Add(GroupTotals totals, PathChunk chunk, int path)
    {
        double slack = chunk.Slack[path];
        totals.Count++;
        if (double.IsNaN(slack))
        {
            return;
        }

        totals.Worst = slack >= totals.Worst ? totals.Worst : slack;
        if (slack >= 0)
        {
            return;
        }

        totals.Violating++;
        UInt128 endpoint = EndpointHash(chunk, path, totals.Id);
        if (_worstOfEndpoint.TryGetValue(endpoint, out double worst))
        {
            if (slack < worst)
            {
                totals.Tns += slack - worst;
                _worstOfEndpoint[endpoint] = slack;
            }
        }
        else if (_worstOfEndpoint.Count < MaxEndpoints)
        {
            _worstOfEndpoint.Add(endpoint, slack);
            totals.Endpoints++;
            totals.Tns += slack;
        }
        else
        {
            IsTnsComplete = false;
        }
    }

    // The endpoint is the last pin before the data arrival: the Endpoint line names only its instance.
    private static UInt128 EndpointHash(PathChunk chunk, int path, int group)
    {
        ReadOnlySpan<byte> name = chunk.Endpoint[path] >= 0 ? chunk.Names[chunk.Endpoint[path]] : default;
        int end = chunk.FirstRow[path + 1];
        for (int row = chunk.FirstRow[path]; row < end; row++)
        {
            int description = chunk.RowDescription[row];
            if (description < 0)
            {
                continue;
            }

            DescriptionKind kind = chunk.Descriptions.Kind(description);
            if (kind == DescriptionKind.DataArrival)
            {
                break;
            }

            if (kind == DescriptionKind.Pin)
            {
                name = chunk.Descriptions[description];
            }
        }

        return XxHash128.HashToUInt128(name, group);
    }

    private GroupTotals Totals(GroupKey key)
    {
        if (!_groups.TryGetValue(key, out GroupTotals? totals))
        {
            totals = new GroupTotals(_groups.Count);
            _groups.Add(key, totals);
        }

        return totals;
    }

    private sealed record GroupKey(string Group, PathType Type, string LaunchClock, string CaptureClock);

    private sealed class GroupTotals(int id)
    {
        public int Id => id;

        public long Count { get; set; }

        public long Violating { get; set; }

        public long Endpoints { get; set; }

        public double Worst { get; set; } = double.NaN;

        public double Tns { get; set; }
    }
}

/// <summary>The totals of the paths of one path group, type and clock pair. Times are in the tool's time unit.</summary>
/// <param name="Group">The path group.</param>
/// <param name="Type">Max (setup side) or min (hold side).</param>
/// <param name="LaunchClock">The launching clock; empty when there is none.</param>
/// <param name="CaptureClock">The capturing clock; empty when there is none.</param>
/// <param name="Count">How many paths.</param>
/// <param name="Violating">How many of them have a negative slack.</param>
/// <param name="ViolatingEndpoints">How many endpoints have one.</param>
/// <param name="WorstSlack">The worst slack; NaN when all are unconstrained.</param>
/// <param name="Tns">Total negative slack: the sum over endpoints of their worst negative slack.</param>
public sealed record GroupSummary(
    string Group, PathType Type, string LaunchClock, string CaptureClock, long Count, long Violating, long ViolatingEndpoints, double WorstSlack, double Tns)
{
    /// <summary>Worst negative slack: the worst slack, or 0 when none is negative, as OpenSTA's <c>report_wns</c> gives it.</summary>
    public double Wns => WorstSlack < 0 ? WorstSlack : 0;
}
