namespace Slackline.Reports.Checks;

/// <summary>An edge of the timing graph, by <c>report_edges</c>: from one pin to another through a cell or along a wire.</summary>
public sealed record TimingEdge : Report
{
    /// <summary>
    /// The pin where it begins; without its instance when the edge is reported from or to that pin. A bidirectional pin has <c>driver</c>
    /// or <c>load</c> after its name.
    /// </summary>
    public required string From { get; init; }

    /// <summary>The pin where it ends; without its instance likewise.</summary>
    public required string To { get; init; }

    /// <summary>What it is: <c>wire</c>, <c>combinational</c>, <c>Reg Clk to Q</c>, <c>setup</c> ...</summary>
    public required string Role { get; init; }

    /// <summary>For a latch's edge from data to output, the port and the edge that open it: <c>G ^</c>; otherwise empty.</summary>
    public required string Enable { get; init; }

    /// <summary>Why it is disabled; empty when it is not.</summary>
    public required string DisabledBy { get; init; }

    /// <summary>The library's condition (<c>when</c>) on it; empty when it has none.</summary>
    public required string Condition { get; init; }

    /// <summary>The library's mode and its value in which the edge is active; empty when it has none.</summary>
    public required string Mode { get; init; }

    /// <summary>Its arcs.</summary>
    public required IReadOnlyList<TimingArc> Arcs { get; init; }

    /// <summary>Digits after the point (<c>sta_report_default_digits</c>).</summary>
    public required int Digits { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line($"{From} -> {To} {Role}{(Enable.Length == 0 ? "" : " enable " + Enable)}");
        WriteNote("  Disabled by ", DisabledBy);
        WriteNote("  Condition: ", Condition);
        WriteNote("  Mode: ", Mode);
        foreach (TimingArc arc in Arcs)
        {
            lines.Line(arc.ToText(Digits));
        }

        void WriteNote(string key, string note)
        {
            if (note.Length > 0)
            {
                lines.Line(key + note);
            }
        }
    }
}
