namespace Slackline.Reports.Design;

/// <summary>The power of the design, by <c>report_power -format json</c>.</summary>
public sealed record PowerJsonReport : Report
{
    /// <summary>The kinds of cells, and last <c>Total</c>.</summary>
    public required IReadOnlyList<NamedPower> Groups { get; init; }

    /// <summary>How numbers and commas are printed.</summary>
    public required PowerJsonLayout Layout { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line("{"u8);
        for (int i = 0; i < Groups.Count; i++)
        {
            bool isLast = i == Groups.Count - 1;
            lines.Line($"  \"{Groups[i].Name}\": {{");
            Layout.Write(lines, "    ", Groups[i].Power);
            lines.Line(isLast || Layout.IsPadded ? "  }"u8 : "  },"u8);
            if (!isLast && Layout.IsPadded)
            {
                lines.Line("  ,"u8);
            }
        }

        lines.Line("}"u8);
    }
}
