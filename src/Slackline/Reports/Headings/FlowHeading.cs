namespace Slackline.Reports.Headings;

/// <summary>What a flow's script prints above reports to say what they are of: not the tool's, and no report, but read and printed back as reports are.</summary>
public abstract record FlowHeading : Report;

/// <summary>
/// A title between two lines: <c>report_checks -path_delay max (Setup)</c> between lines of <c>=</c> (OpenLane, LibreLane), or with <c>=</c> above and <c>-</c> below (OpenROAD-flow-scripts).
/// </summary>
/// <param name="Title">The title.</param>
/// <param name="LengthAbove">How many <c>=</c> stand above it.</param>
/// <param name="Below">What the line below it is made of.</param>
/// <param name="LengthBelow">How many of them.</param>
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
/// <param name="LengthBefore">How many <c>=</c> stand before it.</param>
/// <param name="LengthAfter">How many stand behind it.</param>
public sealed record CornerHeading(string Corner, int LengthBefore, int LengthAfter) : FlowHeading
{
    internal override void WriteLines(LineWriter lines) => lines.Line($"{new string('=', LengthBefore)} {Corner} Corner {new string('=', LengthAfter)}");
}

/// <summary>From here on LibreLane writes into a file: <c>%OL_CREATE_REPORT max.rpt</c>.</summary>
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
