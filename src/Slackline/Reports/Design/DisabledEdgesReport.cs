namespace Slackline.Reports.Design;

/// <summary>Which timing edges are disabled and why, by <c>report_disabled_edges</c>.</summary>
public sealed record DisabledEdgesReport : Report
{
    /// <summary>The edges.</summary>
    public required IReadOnlyList<DisabledEdge> Edges { get; init; }

    internal override RoundTripReader? MoreRows => Edges.Count == MaxRows ? new DisabledEdgesReader(isContinued: true) : null;

    internal override void WriteLines(LineWriter lines)
    {
        foreach (DisabledEdge edge in Edges)
        {
            lines.Line(edge.ToText());
        }
    }
}
