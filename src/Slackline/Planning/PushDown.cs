using Slackline.Planning.Endpoints;
using Slackline.Queries;
using Slackline.Queries.Model;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Planning;

/// <summary>
/// What of a filter the tool or steering.tcl can leave out, without another answer. The filter is evaluated all the same; this only saves
/// finding and printing paths that it drops. The tool counts paths before the filter is asked. So only this is pushed down: groups and
/// the side of the check, for which there is a count each; an upper bound on the slack, by which endpoints are not searched and paths not
/// printed, once the tool has found them (its own <c>-slack_max</c> loses violated paths under a <c>set_min_delay</c>); and endpoints,
/// where the count for a group cuts nothing off. A lower bound, a startpoint, a pin on the way or a corner would let others into an
/// endpoint's count that the whole command does not report.
/// </summary>
internal sealed record PushDown
{
    /// <summary>Nothing can be left out.</summary>
    public static PushDown None { get; } = new();

    /// <summary>No path with a larger slack passes; in the units of the reports.</summary>
    public double? SlackMax { get; private init; }

    /// <summary>No path of another group passes.</summary>
    public IReadOnlyList<string>? Groups { get; private init; }

    /// <summary><c>min</c> or <c>max</c> when only paths of one of them pass.</summary>
    public string? Analysis { get; private init; }

    /// <summary>Which endpoints have paths that may pass; null when that is not asked.</summary>
    public EndpointTest? Endpoints { get; private init; }

    /// <summary>Finds out what can be left out for a filter.</summary>
    /// <param name="filter">The filter; null for none.</param>
    /// <param name="units">The units of the tool's reports.</param>
    public static PushDown Of(PathFilter? filter, TimingUnits units)
    {
        FilterNode? root = filter?.In(units);
        IEnumerable<FilterNode> parts = root switch
        {
            null => [],
            AndNode all => all.Parts,
            FilterNode one => [one],
        };
        PushDown bounds = parts.Aggregate(None, static (pushed, part) => pushed.With(part));
        return bounds with { Endpoints = root is null ? null : EndpointTest.Of(root) };
    }

    /// <summary>The lines of an explanation.</summary>
    public IEnumerable<string> Describe()
    {
        if (SlackMax is { } slack)
        {
            yield return FormattableString.Invariant($"slack {slack:R} and half of the last digit: endpoints whose worst slack is above ")
                + "are not searched, paths above are found but not printed";
        }

        if (Groups is not null)
        {
            yield return $"-path_group {{{string.Join(' ', Groups)}}}: paths are counted for each group";
        }

        if (Analysis is not null)
        {
            yield return $"-path_delay {Analysis}, should the command say min_max";
        }

        if (Endpoints is not null)
        {
            yield return "-to the endpoints that the filter asks for, in groups whose count cuts nothing off: each has a count of its own";
        }
    }

    private PushDown With(FilterNode part) => part switch
    {
        ComparisonNode
        {
            Left: NumberColumnNode { IsSlack: true },
            Operator: ComparisonOperator.Less or ComparisonOperator.LessOrEqual,
            Right: LiteralNode bound,
        } => Below(bound.Value),
        ComparisonNode
        {
            Right: NumberColumnNode { IsSlack: true },
            Operator: ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual,
            Left: LiteralNode bound,
        } => Below(bound.Value),
        FlagNode { IsViolated: true } => Below(0),
        TextNode { Test: OneOfTest groups, Negated: false } text when text.Column == PathSchema.PathGroup =>
            this with { Groups = Groups is null ? groups.Values : [.. Groups.Intersect(groups.Values)] },
        TextNode { Test: OneOfTest { Values: [var side] }, Negated: false } text
            when text.Column == PathSchema.PathType && side is ("min" or "max") => this with { Analysis = side },
        _ => this,
    };

    private PushDown Below(double slack) => this with { SlackMax = SlackMax is { } other ? Math.Min(other, slack) : slack };
}
