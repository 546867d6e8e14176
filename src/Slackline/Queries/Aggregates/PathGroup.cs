using Slackline.Queries.Operators;

namespace Slackline.Queries.Aggregates;

/// <summary>The totals of the paths that have the same in some columns. Times are in the tool's time unit.</summary>
public sealed class PathGroup
{
    private readonly double[] _added;

    internal PathGroup(int id, IReadOnlyList<ColumnValue> key, int added)
    {
        Id = id;
        Key = key;
        _added = new double[added];
        Array.Fill(_added, double.NaN);
    }

    /// <summary>The common values of the paths, one for each column.</summary>
    public IReadOnlyList<ColumnValue> Key { get; }

    /// <summary>How many paths.</summary>
    public long Count { get; internal set; }

    /// <summary>How many of them violate their check.</summary>
    public long Violating { get; internal set; }

    /// <summary>How many endpoints do: pins, setup and hold apart.</summary>
    public long ViolatingEndpoints { get; internal set; }

    /// <summary>The worst slack; NaN when all are unconstrained.</summary>
    public double WorstSlack { get; internal set; } = double.NaN;

    /// <summary>
    /// Which of the paths has the worst slack, the first of several: its number among all that were taken in, from 0; -1 when all are
    /// unconstrained.
    /// </summary>
    public long WorstPath { get; internal set; } = -1;

    /// <summary>Worst negative slack: the worst slack, or 0 when none is negative, as OpenSTA's <c>report_wns</c> gives it.</summary>
    public double Wns => WorstSlack < 0 ? WorstSlack : 0;

    /// <summary>Total negative slack: the sum over endpoints of their worst negative slack.</summary>
    public double Tns { get; internal set; }

    /// <summary>How the slacks are distributed; its <see cref="SlackHistogram.Quantile"/> gives the median and the like.</summary>
    public SlackHistogram Histogram { get; } = new();

    /// <summary>The sums that <see cref="PathGroups.Added"/> asks for; NaN where all of its paths are blank there.</summary>
    public IReadOnlyList<double> Added => [.. _added.Select(BoundValue.Round)];

    internal int Id { get; }

    /// <summary>The number of the path that it counted last.</summary>
    internal long LastPath { get; set; } = -1;

    internal void Add(int number, double value)
    {
        if (!double.IsNaN(value))
        {
            _added[number] = double.IsNaN(_added[number]) ? value : _added[number] + value;
        }
    }
}
