using System.Text;

namespace Slackline.Reports.Headings;

/// <summary>Reads <see cref="CreatedReportHeading"/> and <see cref="CreatedReportEnd"/>.</summary>
internal sealed class CreatedReportReader : OneLineReader
{
    private static ReadOnlySpan<byte> Beginning => "%OL_CREATE_REPORT "u8;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith(Beginning) || line.SequenceEqual(CreatedReportEnd.Text);

    protected override Report? Parse(ReadOnlySpan<byte> line) =>
        line.Length == CreatedReportEnd.Text.Length ? new CreatedReportEnd()
        : line.Length > Beginning.Length ? new CreatedReportHeading(Encoding.UTF8.GetString(line[Beginning.Length..]))
        : null;
}
