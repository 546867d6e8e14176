using System.Globalization;
using Slackline.Queries.Aggregates;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Service.Comparisons;

/// <summary>One side of a comparison: the worst slack of each endpoint, and what decides whether two sides can be compared.</summary>
/// <param name="maxEndpoints">The most endpoints.</param>
internal sealed class ComparedPaths(int maxEndpoints)
{
    private bool _hasMixedUnits;

    /// <summary>The slacks.</summary>
    public EndpointSlacks Slacks { get; } = new(maxEndpoints);

    /// <summary>Their units; null until a path has come.</summary>
    public TimingUnits? Units { get; private set; }

    /// <summary>The most digits that a path was printed with.</summary>
    public int Digits { get; private set; } = 2;

    /// <summary>A note on paths that do not name their endpoint's pin; null when all do.</summary>
    public string? Note => Slacks.WithoutPin == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"{Slacks.WithoutPin:N0} paths do not name the pin at which they end: "
        + $"all pins of an instance count as one endpoint there (-format full or end names it)");

    /// <summary>Takes in some paths of a chunk.</summary>
    /// <exception cref="QueryLimitException">There are too many endpoints.</exception>
    public void Add(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        _hasMixedUnits |= Units is not null && Units != chunk.Units;
        Units ??= chunk.Units;
        foreach (int path in paths)
        {
            Digits = Math.Max(Digits, chunk.Digits[path]);
        }

        Slacks.Add(chunk, paths);
    }

    /// <summary>Why two sides cannot be compared, and what to do; null when they can.</summary>
    /// <param name="before">The paths before a change.</param>
    /// <param name="after">The paths after it.</param>
    /// <param name="isSameCommand">Whether one command printed both: a side of the check that only one of them has is then an
    /// effect.</param>
    public static string? WhyNot(ComparedPaths before, ComparedPaths after, bool isSameCommand)
    {
        if (before._hasMixedUnits || after._hasMixedUnits || (before.Units is { } then && after.Units is { } now && then != now))
        {
            return $"their times are of different units ({before.DescribeUnits()}; {after.DescribeUnits()}): print both in the same units.";
        }

        // Without paths there is no side.
        IReadOnlyList<PathType> sides = before.Slacks.Sides;
        IReadOnlyList<PathType> others = after.Slacks.Sides;
        return isSameCommand || sides.Count == 0 || others.Count == 0 || sides.SequenceEqual(others)
            ? null
            : $"they are of different checks: {Words(sides)} before, {Words(others)} after. "
                + "Print the same for both, or filter both with type = \"max\" or type = \"min\".";
    }

    /// <summary>
    /// Why the paths of two sources cannot be compared, whatever they are: streams that were kept through different filters. Null when
    /// they can.
    /// </summary>
    /// <param name="before">The condition that all paths of the one meet (<see cref="Sources.PathSource.Filter"/>); null for none.</param>
    /// <param name="after">That of the other.</param>
    public static string? WhyNot(string? before, string? after)
    {
        return before == after
            ? null
            : $"they were filtered differently when they were kept ({Condition(before)}; {Condition(after)}): what one leaves out "
                + "would look fixed or new. Keep or refine both with the same filters.";

        static string Condition(string? filter) => filter is null ? "no filter" : $"\"{filter}\"";
    }

    private string DescribeUnits() => $"{Units}{(_hasMixedUnits ? " and others" : "")}";

    private static string Words(IReadOnlyList<PathType> sides) => string.Join(" and ", sides.Select(static side => side switch
    {
        PathType.Min => "hold (min)",
        PathType.Max => "setup (max)",
        _ => "an unknown side",
    }));
}
