using System.Globalization;
using Slackline.Queries.Evaluation;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Aggregates;

/// <summary>
/// Counts, WNS, TNS and the distribution of slacks of the paths that have equal values in some columns, computed while they stream by,
/// in bounded memory. Two blanks are equal. By columns of points (<c>point.cell</c>), a path counts once in each group that one of its
/// points belongs to. The results so far can be read at any moment.
/// </summary>
public sealed class PathGroups
{
    private const int FewestBins = 8;

    private readonly Dictionary<UInt128, PathGroup> _groups = [];
    private readonly PathKeys _keys;
    private readonly PathValues _added;
    private readonly GroupLimits _limits;
    private readonly bool _withClocks;
    private readonly ViolatingEndpoints _endpoints;
    private readonly ViolatingEndpoints _allEndpoints;
    private Scratch<int> _points = new();

    // Of groups by one text of points, those of the chunk's entries: few of them, and of many points.
    private PathGroup?[] _ofEntries = [];
    private bool _hasMixedUnits;
    private long _undecided;
    private long _withoutSlack;
    private long _withoutPoints;
    private int _bins;
    private int _maxBinsOfGroup = 8192;

    /// <summary>No paths yet.</summary>
    /// <param name="columns">
    /// The columns or expressions, such as <c>group, capture_clock</c>, <c>level(endpoint, 2)</c> or <c>point.cell</c>.
    /// </param>
    /// <param name="limits">Bounds on memory; null for the usual ones.</param>
    /// <param name="detail">What is counted beyond the usual; null for nothing.</param>
    /// <exception cref="FilterException">It is no list of columns.</exception>
    public PathGroups(string columns, GroupLimits? limits = null, GroupDetail? detail = null)
    {
        _limits = limits ?? new GroupLimits();
        _limits.Validate();
        detail ??= new GroupDetail();
        Columns = PathColumns.ParseShown(columns, detail.Columns);
        _withClocks = detail.WithClocks || Columns.Any(static column => column.AsksForPart);
        IsOfPoints = Columns.Any(static column => column.IsPoint);
        _keys = new PathKeys(Columns);
        _added = new PathValues(detail.Added is { } added ? ParseAdded(added, detail.Columns) : []);
        _endpoints = new ViolatingEndpoints(_limits.MaxEndpoints);
        _allEndpoints = new ViolatingEndpoints(_limits.MaxEndpoints);
        All = detail.WithAll ? new PathGroup(0, [], _added.Expressions.Count) : null;
    }

    /// <summary>The columns that paths are grouped by.</summary>
    public IReadOnlyList<PathExpression> Columns { get; }

    /// <summary>The numbers that are summed over the paths of each group (<see cref="PathGroup.Added"/>).</summary>
    public IReadOnlyList<PathExpression> Added => _added.Expressions;

    /// <summary>Whether the groups are by points, so that a path may be in several.</summary>
    public bool IsOfPoints { get; }

    /// <summary>All paths together, each once; null unless asked for.</summary>
    public PathGroup? All { get; }

    /// <summary>The units of the numbers; null until a path has come. For paths of several units, those of the first.</summary>
    public TimingUnits? Units { get; private set; }

    /// <summary>How many paths were taken in.</summary>
    public long Count { get; private set; }

    /// <summary>Whether TNS takes in every violating endpoint.</summary>
    public bool IsTnsComplete => _endpoints.IsComplete && _allEndpoints.IsComplete;

    /// <summary>Facts that the reports do not give, so that counts and TNS may be off; empty when they give all.</summary>
    public IReadOnlyList<string> Notes
    {
        get
        {
            var notes = new List<string>();
            Add(
                _withoutSlack,
                "are printed without a slack (-format short): whether they violate is not known, and they count in no WNS and TNS");
            Add(_undecided, "have a slack of zero in all digits and no word (MET) or (VIOLATED): they do not count as violating");
            Add(
                _endpoints.NamedByInstance,
                "violate and name their endpoint's instance alone: all its pins count as one endpoint (-format full names the pin)");
            Add(_endpoints.Unnamed, "violate and name no endpoint: each counts as an endpoint of its own (-format end or full names it)");
            Add(_withoutPoints, $"are in no group: their reports show no points with {string.Join(", ", Columns.Where(static column => column.IsPoint).Select(static column => column.Name))}");
            if (_hasMixedUnits && Added.Count > 0)
            {
                notes.Add("The totals add up numbers of different units, as they are printed");
            }

            if (!IsTnsComplete)
            {
                notes.Add(
                    string.Create(
                        CultureInfo.InvariantCulture, $"TNS leaves out endpoints past the first {_limits.MaxEndpoints:N0} violating ones"));
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

    /// <summary>Reads a list of numbers to sum.</summary>
    /// <param name="text">The list.</param>
    /// <param name="columns">The columns that there are; null for those of <see cref="PathSchema"/>.</param>
    /// <exception cref="FilterException">It is no list of numbers or conditions.</exception>
    public static IReadOnlyList<PathExpression> ParseAdded(string text, ColumnSet? columns = null)
    {
        IReadOnlyList<PathExpression> added = PathColumns.Parse(text, columns);
        return added.FirstOrDefault(static expression => expression.Kind == ColumnType.Text) is { } wrong
            ? throw new FilterException(
                $"expected a number to add up, found the text '{wrong.Name}'", null, text, wrong.Span.Start, wrong.Span.Length)
            : added;
    }

    /// <summary>The groups in their usual order: the worst first; by points, those with the most violating paths.</summary>
    public IReadOnlyList<PathGroup> Groups => Ordered(null);

    /// <summary>The groups in an order; equal ones by their worst slacks, and then by their keys.</summary>
    /// <param name="order">The order; null for the usual one.</param>
    public IReadOnlyList<PathGroup> Ordered(GroupOrder? order)
    {
        order ??= IsOfPoints
            ? new GroupOrder(GroupMeasure.Violating, SortDirection.Descending)
            : new GroupOrder(GroupMeasure.Wns, SortDirection.Ascending);
        return [.. _groups.Values.Order(order)];
    }

    /// <summary>Takes in some paths of a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="paths">Which of its paths.</param>
    /// <exception cref="QueryLimitException">
    /// There are more groups than the limits allow. All paths before the one that starts the excess group were counted.
    /// </exception>
    public void Add(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        _keys.Load(chunk, paths);
        _added.Load(chunk, paths);
        ForgetEntries(chunk, paths.Length);
        for (int i = 0; i < paths.Length; i++)
        {
            Units ??= chunk.Units;
            _hasMixedUnits |= chunk.Units != Units;
            if (IsOfPoints)
            {
                AddByPoints(chunk, paths[i], i);
            }
            else
            {
                Add(Group(i, 0), chunk, paths[i], i, _endpoints, isFirst: true);
            }

            if (All is not null)
            {
                Add(All, chunk, paths[i], i, _allEndpoints, isFirst: false);
            }

            if (!chunk.IsSlackPrinted(paths[i]))
            {
                _withoutSlack++;
            }
            else if (chunk.IsViolated(paths[i]) is null)
            {
                _undecided++;
            }

            Count++;
        }
    }

    private void AddByPoints(PathChunk chunk, int path, int index)
    {
        Span<int> points = PathPoints.Rows(chunk, path, _withClocks, ref _points);
        _keys.LoadPoints(chunk, points);
        bool isFirst = true;
        for (int point = 0; point < points.Length; point++)
        {
            if (_keys.IsBlankPoint(point))
            {
                continue;
            }

            PathGroup group = _keys.HasEntries ? _ofEntries[_keys.Entry(point)] ??= Group(index, point) : Group(index, point);
            if (group.LastPath == Count)
            {
                continue;
            }

            group.LastPath = Count;
            Add(group, chunk, path, index, _endpoints, isFirst);
            isFirst = false;
        }

        _withoutPoints += isFirst ? 1 : 0;
    }

    private void ForgetEntries(PathChunk chunk, int paths)
    {
        if (paths > 0 && _keys.HasEntries)
        {
            int entries = _keys.EntriesOf(chunk);
            _ofEntries = _ofEntries.Length < entries ? new PathGroup?[entries + (entries / 2)] : _ofEntries;
            _ofEntries.AsSpan(0, entries).Clear();
        }
    }

    private PathGroup Group(int index, int point)
    {
        UInt128 key = _keys.Hash(index, point);
        if (!_groups.TryGetValue(key, out PathGroup? group))
        {
            if (_groups.Count == _limits.MaxGroups)
            {
                throw new QueryLimitException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"There are more than {_limits.MaxGroups:N0} groups by {string.Join(", ", Columns.Select(static column => column.Name))}: filter more, or raise the limit on keys."),
                    _limits.MaxGroups);
            }

            group = new PathGroup(_groups.Count, _keys.Values(index, point), _added.Expressions.Count);
            group.Histogram.MaxBins = _maxBinsOfGroup;
            _groups.Add(key, group);
        }

        return group;
    }

    private void Add(PathGroup group, PathChunk chunk, int path, int index, ViolatingEndpoints endpoints, bool isFirst)
    {
        group.Count++;
        int bins = group.Histogram.BinCount;
        group.Histogram.Add(chunk, path);
        for (int i = 0; i < _added.Expressions.Count; i++)
        {
            group.Add(i, _added.Value(i, index).Number);
        }

        if (group != All)
        {
            _bins += group.Histogram.BinCount - bins;
            if (_bins > _limits.MaxBins)
            {
                WidenBins();
            }
        }

        double slack = chunk.Slack[path];
        if (!double.IsNaN(slack) && !(slack >= group.WorstSlack))
        {
            group.WorstSlack = slack;
            group.WorstPath = Count;
        }

        if (chunk.IsViolated(path) == true)
        {
            group.Violating++;
            group.Tns += endpoints.Add(chunk, path, group.Id, isFirst, out bool isNew);
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
}
