namespace Slackline.Reports.Design;

/// <summary>The area of the design's cells, by OpenROAD's <c>report_design_area</c>.</summary>
public sealed record DesignAreaReport : Report
{
    /// <summary>The area in square <see cref="Unit"/>, without digits after the point.</summary>
    public required double Area { get; init; }

    /// <summary>The unit of length, such as <c>um</c>; OpenROAD before 2025 prints <c>u</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The part of the core area that the cells fill, in percent without digits after the point.</summary>
    public required double Utilization { get; init; }

    internal override void WriteLines(LineWriter lines) =>
        lines.Line($"Design area {DecimalText.ToText(Area, 0)} {Unit}^2 {DecimalText.ToText(Utilization, 0)}% utilization.");
}
