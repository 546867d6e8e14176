namespace Slackline.Reports.Design;

/// <summary>
/// The calculation of the delays of the timing arcs between two pins of a cell, by <c>report_dcalc</c>. Times and capacitances are in the
/// library's units.
/// </summary>
public sealed record DelayCalculationReport : Report
{
    /// <summary>The library of the cell.</summary>
    public required string Library { get; init; }

    /// <summary>The cell.</summary>
    public required string Cell { get; init; }

    /// <summary>
    /// The sense of the arcs: <c>positive_unate</c>, <c>negative_unate</c>, <c>non_unate</c>, ...; null where the tool prints none, as
    /// newer versions do for checks.
    /// </summary>
    public string? Sense { get; init; }

    /// <summary>The role of the arcs, such as <c>combinational</c> or <c>setup</c>.</summary>
    public required string Role { get; init; }

    /// <summary>The arcs.</summary>
    public required IReadOnlyList<ArcCalculation> Arcs { get; init; }

    /// <summary>Digits after the point of all numbers (<c>-digits</c>).</summary>
    public required int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"Library: {Library}");
        lines.Line($"Cell: {Cell}");
        if (Sense is not null)
        {
            lines.Line($"Arc sense: {Sense}");
        }

        lines.Line($"Arc type: {Role}");
        for (int i = 0; i < Arcs.Count; i++)
        {
            if (i > 0)
            {
                lines.End();
            }

            Arcs[i].WriteLines(lines, Digits);
        }
    }
}
