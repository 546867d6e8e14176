namespace Slackline.Reports.Headings;

/// <summary>
/// A line or lines that a flow's script prints above reports to say what they are. It is not the tool's and not a report, but it is read
/// and printed back as reports are.
/// </summary>
public abstract record FlowHeading : Report;

/// <summary>
/// A title between two lines: <c>report_checks -path_delay max (Setup)</c> between lines of <c>=</c> (OpenLane, LibreLane), or with
/// <c>=</c> above and <c>-</c> below (OpenROAD-flow-scripts).
/// </summary>
/// <param name="Title">The title.</param>
/// <param name="LengthAbove">The number of <c>=</c> in the line above it.</param>
/// <param name="Below">The character of the line below it.</param>
/// <param name="LengthBelow">The number of those characters.</param>
public sealed record SectionHeading(string Title, int LengthAbove, char Below, int LengthBelow) : FlowHeading
{
    internal override void WriteLines(LineWriter lines)
    {
        lines.Line(new string('=', LengthAbove));
        lines.Line(Title);
        lines.Line(new string(Below, LengthBelow));
    }
}

/// <summary>The corner of what follows: <c>==== nom_tt_025C_1v80 Corner ====</c>.</summary>
/// <param name="Corner">The corner's name.</param>
/// <param name="LengthBefore">The number of <c>=</c> before it.</param>
/// <param name="LengthAfter">The number of <c>=</c> after it.</param>
public sealed record CornerHeading(string Corner, int LengthBefore, int LengthAfter) : FlowHeading
{
    internal override void WriteLines(LineWriter lines) =>
        lines.Line($"{new string('=', LengthBefore)} {Corner} Corner {new string('=', LengthAfter)}");
}

/// <summary>LibreLane writes the text from here on into a file: <c>%OL_CREATE_REPORT max.rpt</c>.</summary>
/// <param name="File">The file's name.</param>
public sealed record CreatedReportHeading(string File) : FlowHeading
{
    internal override void WriteLines(LineWriter lines) => lines.Line("%OL_CREATE_REPORT " + File);
}

/// <summary>The end of such a file: <c>%OL_END_REPORT</c>.</summary>
public sealed record CreatedReportEnd : FlowHeading
{
    internal static ReadOnlySpan<byte> Text => "%OL_END_REPORT"u8;

    internal override void WriteLines(LineWriter lines) => lines.Line(Text);
}
