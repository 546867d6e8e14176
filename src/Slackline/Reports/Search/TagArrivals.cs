using System.Globalization;

namespace Slackline.Reports.Search;

/// <summary>The arrivals and required times of all tags at a pin, by <c>sta::report_tag_arrivals</c>.</summary>
public sealed record TagArrivals : Report
{
    internal const string None = " no arrivals";

    /// <summary>The pin, and any further properties of its vertex in the timing graph.</summary>
    public required string Vertex { get; init; }

    /// <summary>The number of the <see cref="TagGroup"/>; null where it is not printed.</summary>
    public int? Group { get; init; }

    /// <summary>The arrivals; empty where there are none.</summary>
    public required IReadOnlyList<TagArrival> Arrivals { get; init; }

    /// <summary>Digits after the point (<c>-digits</c>).</summary>
    public required int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"Vertex {Vertex}");
        if (Group is { } group)
        {
            lines.Line($"Group {group.ToString(CultureInfo.InvariantCulture)}");
        }

        foreach (TagArrival arrival in Arrivals)
        {
            lines.Line(arrival.ToText(Digits));
        }

        if (Arrivals.Count == 0)
        {
            lines.Line(None);
        }
    }
}
