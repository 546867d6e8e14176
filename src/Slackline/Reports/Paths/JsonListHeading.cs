namespace Slackline.Reports.Paths;

/// <summary>The line above the paths of <c>report_checks -format json</c>; each object below is one path.</summary>
internal sealed record JsonListHeading : Report
{
    internal static ReadOnlySpan<byte> Text => "{\"checks\": ["u8;

    internal override void WriteLines(LineWriter lines) => lines.Line(Text);
}

/// <summary>The two lines below the paths of <c>report_checks -format json</c>.</summary>
internal sealed record JsonListEnd : Report
{
    internal static ReadOnlySpan<byte> Paths => "]"u8;

    internal static ReadOnlySpan<byte> List => "}"u8;

    internal override void WriteLines(LineWriter lines)
    {
        lines.Line(Paths);
        lines.Line(List);
    }
}
