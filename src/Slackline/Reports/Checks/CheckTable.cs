
namespace Slackline.Reports.Checks;

/// <summary>
/// A section of <c>report_check_types</c> in its short form: slew, fanout and capacitance limits, pulse widths (also
/// <c>report_pulse_width_checks</c>), minimum periods, maximum skews.
/// </summary>
public sealed record CheckTable : Report
{
    /// <summary>What is checked.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>The pins: the worst one, or all that violate their limits (<c>-violators</c>).</summary>
    public required IReadOnlyList<CheckRow> Rows { get; init; }

    /// <summary>How the table is printed.</summary>
    public required CheckTableLayout Layout { get; init; }

    internal override RoundTripReader? MoreRows => Rows.Count == MaxRows ? new CheckRowsReader(this) : null;

    internal override void WriteLines(LineWriter lines)
    {
        if (!IsContinued)
        {
            WriteHeading(lines);
        }

        for (int i = 0; i < Rows.Count; i++)
        {
            if (i > 0 && Layout.AreRowsSpaced)
            {
                lines.End();
            }

            Rows[i].Write(lines.Text, Kind, Layout);
            lines.End();
        }
    }

    private void WriteHeading(LineWriter lines)
    {
        CheckTitles titles = CheckTitles.Of(Kind);
        if (titles.Heading.Length > 0)
        {
            lines.Line(titles.Heading);
            lines.End();
        }

        if (titles.Upper.Count > 0)
        {
            WriteTitles(lines, "", titles.Upper);
        }

        WriteTitles(lines, "Pin", [titles.Lower.First, titles.Lower.Second, "Slack"]);
        lines.Dashes(Layout.Width);
    }

    private void WriteTitles(LineWriter lines, string description, IEnumerable<string> titles)
    {
        lines.Text.WriteLeft(description, Layout.DescriptionWidth);
        foreach (string title in titles)
        {
            lines.Text.Write($" {title.PadLeft(Layout.FieldWidth)}");
        }

        lines.End();
    }
}
