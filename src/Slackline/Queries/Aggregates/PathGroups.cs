using System.Globalization;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Queries.Aggregates;

/// <summary>
/// Counts, WNS, TNS and the distribution of slacks of the paths that have the same in some columns, while they stream by, in bounded memory.
/// Two blanks are the same. What was taken in can be read at any moment.
/// </summary>
public sealed class PathGroups
{
    private const int FewestBins = 8;

    private readonly Dictionary<UInt128, PathGroup> _groups = [];
    private readonly PathKeys _keys;
    private readonly GroupLimits _limits;
    private readonly ViolatingEndpoints _endpoints;
    private long _undecided;
    private int _bins;
    private int _maxBinsOfGroup = 8192;

    /// <summary>No paths yet.</summary>
    /// <param name="columns">The columns, such as <c>group, capture_clock</c>.</param>
    /// <param name="limits">Bounds on memory; null for the usual ones.</param>
    /// <exception cref="FilterException">It is no list of columns.</exception>
    public PathGroups(string columns, GroupLimits? limits = null)
    {
        _limits = limits ?? new GroupLimits();
        _limits.Validate();
        Columns = PathColumns.Parse(columns);
        _keys = new PathKeys(Columns);
        _endpoints = new ViolatingEndpoints(_limits.MaxEndpoints);
    }

    /// <summary>The columns that paths are grouped by.</summary>
    public IReadOnlyList<PathExpression> Columns { get; }

    /// <summary>How many paths were taken in.</summary>
    public long Count { get; private set; }

    /// <summary>Whether TNS takes in every violating endpoint.</summary>
    public bool IsTnsComplete => _endpoints.IsComplete;

    /// <summary>What the reports do not say, so that counts and TNS may be off; empty when they say all.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            var notes = new List<string>();
            Add(_undecided, "have a slack of zero in all digits and no word (MET) or (VIOLATED): they do not count as violating");
            Add(_endpoints.NamedByInstance, "violate and name their endpoint's instance alone: all its pins count as one endpoint (-format full tells the pin)");
            Add(_endpoints.Unnamed, "violate and name no endpoint: each counts as an endpoint of its own (-format end or full tells it)");
            if (!IsTnsComplete)
            {
                notes.Add(string.Create(CultureInfo.InvariantCulture, $"TNS leaves out endpoints past the first {_limits.MaxEndpoints:N0} violating ones"));
            }

            return notes;

            void Add(long paths, string what)
            {
                if (paths > 0)
                {
                    notes.Add(string.Create(CultureInfo.InvariantCulture, $"{paths:N0} paths {what}"));
                }
            }
        }
    }

    /// <summary>The groups, the worst first; those with equal slacks by their keys.</summary>
    public IReadOnlyList<PathGroup> Groups =>
    [
        .. _groups.Values
            .OrderBy(static group => double.IsNaN(group.WorstSlack) ? double.PositiveInfinity : group.WorstSlack)
            .ThenBy(static group => group.Key, Comparer<IReadOnlyList<ColumnValue>>.Create(CompareKeys)),
    ];

    /// <summary>Takes in some paths of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="paths">Which of its paths.</param>
    /// <exception cref="QueryLimitException">There are more groups than the limits allow. The paths before the one that begins the group too many were taken in.</exception>
    public void Add(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        _keys.Load(chunk, paths);
        for (int i = 0; i < paths.Length; i++)
        {
            UInt128 key = _keys.Hash(i);
            if (!_groups.TryGetValue(key, out PathGroup? group))
            {
                group = NewGroup(chunk[paths[i]]);
                _groups.Add(key, group);
            }

            Add(group, chunk, paths[i]);
        }
    }

    private PathGroup NewGroup(TimingPath path)
    {
        if (_groups.Count == _limits.MaxGroups)
        {
            throw new QueryLimitException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are more than {_limits.MaxGroups:N0} groups by {string.Join(", ", Columns.Select(static column => column.Name))}: filter more, or raise the limit on keys."),
                _limits.MaxGroups);
        }

        var group = new PathGroup(_groups.Count, [.. Columns.Select(column => PathColumns.Value(column.Column!, path))]);
        group.Histogram.MaxBins = _maxBinsOfGroup;
        return group;
    }

    private void Add(PathGroup group, PathChunk chunk, int path)
    {
        double slack = chunk.Slack[path];
        Count++;
        group.Count++;
        int bins = group.Histogram.BinCount;
        group.Histogram.Add(chunk, path);
        _bins += group.Histogram.BinCount - bins;
        if (_bins > _limits.MaxBins)
        {
            WidenBins();
        }

        if (double.IsNaN(slack))
        {
            return;
        }

        if (!(slack >= group.WorstSlack))
        {
            group.WorstSlack = slack;
            group.WorstPath = Count - 1;
        }

        bool? isViolated = chunk.IsViolated(path);
        _undecided += isViolated is null ? 1 : 0;
        if (isViolated == true)
        {
            group.Violating++;
            group.Tns += _endpoints.Add(chunk, path, group.Id, out bool isNew);
            group.ViolatingEndpoints += isNew ? 1 : 0;
        }
    }

    private void WidenBins()
    {
        while (_bins > _limits.MaxBins && _maxBinsOfGroup > FewestBins)
        {
            _maxBinsOfGroup /= 2;
            foreach (PathGroup group in _groups.Values)
            {
                group.Histogram.MaxBins = _maxBinsOfGroup;
            }

            _bins = _groups.Values.Sum(static group => group.Histogram.BinCount);
        }
    }

    private static int CompareKeys(IReadOnlyList<ColumnValue>? a, IReadOnlyList<ColumnValue>? b)
    {
        for (int i = 0; i < a!.Count; i++)
        {
            int order = string.CompareOrdinal(a[i].Text, b![i].Text);
            order = order != 0 ? order : a[i].Number.CompareTo(b[i].Number);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
