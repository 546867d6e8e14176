namespace Slackline.Reports.Design;

/// <summary>An instance and its connections, by <c>report_instance</c> or <c>report_cell</c>.</summary>
public sealed record InstanceReport : Report
{
    /// <summary>Its full name, <c>top</c> for the design.</summary>
    public required string Instance { get; init; }

    /// <summary>Its cell or module.</summary>
    public required string Cell { get; init; }

    /// <summary>The library of that cell.</summary>
    public required string Library { get; init; }

    /// <summary>The cells of its parent instances and its own cell, joined by slashes.</summary>
    public required string PathCells { get; init; }

    /// <summary>Its input and bidirectional pins; null in OpenSTA 2.0 without <c>-connections</c>.</summary>
    public IReadOnlyList<InstancePin>? Inputs { get; init; }

    /// <summary>Its output, tristate and bidirectional pins; null in the same case as <see cref="Inputs"/>.</summary>
    public IReadOnlyList<InstancePin>? Outputs { get; init; }

    /// <summary>Its power, ground, internal and unknown pins; null if there are none.</summary>
    public IReadOnlyList<InstancePin>? Others { get; init; }

    /// <summary>The instances inside it; null if there are none.</summary>
    public IReadOnlyList<InstanceChild>? Children { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"Instance {Instance}");
        lines.Line($" Cell: {Cell}");
        lines.Line($" Library: {Library}");
        lines.Line($" Path cells: {PathCells}");
        WritePins(lines, " Input pins:"u8, Inputs);
        WritePins(lines, " Output pins:"u8, Outputs);
        WritePins(lines, " Other pins:"u8, Others);
        if (Children is null)
        {
            return;
        }

        lines.Line(" Children:"u8);
        foreach (InstanceChild child in Children)
        {
            lines.Line($"  {child.Name} ({child.Cell})");
        }
    }

    private static void WritePins(LineWriter lines, ReadOnlySpan<byte> title, IReadOnlyList<InstancePin>? pins)
    {
        if (pins is null)
        {
            return;
        }

        lines.Line(title);
        foreach (InstancePin pin in pins)
        {
            lines.Line($"  {pin.Port} {pin.Direction} {pin.Net ?? "(unconnected)"}");
            foreach (InstanceLoad load in pin.Loads)
            {
                lines.Line($"   {load.Pin} {load.Direction}{(load.IsPort ? " port" : "")}");
            }
        }
    }
}
