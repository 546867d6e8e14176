namespace Slackline.Reports.Design;

/// <summary>A library cell, by <c>report_lib_cell</c>.</summary>
public sealed record LibraryCellReport : Report
{
    /// <summary>The cell's name.</summary>
    public required string Cell { get; init; }

    /// <summary>Its library.</summary>
    public required string Library { get; init; }

    /// <summary>The file it was read from; null if unknown.</summary>
    public string? File { get; init; }

    /// <summary>Its ports.</summary>
    public required IReadOnlyList<LibraryPort> Ports { get; init; }

    /// <summary>Its timing arcs; null if there are none, and in OpenSTA 2.0, which does not print them.</summary>
    public IReadOnlyList<LibraryTimingArc>? TimingArcs { get; init; }

    /// <summary>Digits after the point of the capacitances.</summary>
    public required int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"Cell {Cell}");
        lines.Line($"Library {Library}");
        if (File is not null)
        {
            lines.Line($"File {File}");
        }

        foreach (LibraryPort port in Ports)
        {
            lines.Line(port.ToText(Digits));
        }

        if (TimingArcs is not null)
        {
            lines.End();
            lines.Line("Timing arcs"u8);
            WriteArcs(lines, TimingArcs);
        }
    }

    private static void WriteArcs(LineWriter lines, IReadOnlyList<LibraryTimingArc> arcs)
    {
        foreach (LibraryTimingArc arc in arcs)
        {
            lines.Line($" {arc.From} -> {arc.To}");
            lines.Line($"  {arc.Role}");
            if (arc.When is not null)
            {
                lines.Line($"  when {arc.When}");
            }

            foreach (LibraryArcEdge edge in arc.Edges)
            {
                lines.Line($"  {edge.From} -> {edge.To}");
            }
        }
    }
}
