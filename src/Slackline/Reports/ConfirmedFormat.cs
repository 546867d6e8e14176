namespace Slackline.Reports;

/// <summary>
/// A kind of report whose reader need not be strict about spacing: what it read is printed again, and only if that is the same text was it such a report.
/// </summary>
internal abstract class ConfirmedFormat : IReportFormat
{
    /// <summary>
    /// Whether the last line, if it were cut short, could still be read; such a report is none without its last line end, since a name or a number may have lost its end.
    /// </summary>
    protected virtual bool LastLineMayBeCut => false;

    /// <inheritdoc/>
    public abstract bool Begins(ReadOnlySpan<byte> line);

    /// <inheritdoc/>
    public ReadStatus Read(ref LineCursor lines, out Report? report)
    {
        int start = lines.Position;
        report = Parse(ref lines);
        bool isCut = lines.EndsWithoutLineEnd && LastLineMayBeCut;
        if (!lines.RanOut && !isCut && report is not null && IsPrintedAs(report, lines, start))
        {
            return ReadStatus.Whole;
        }

        report = null;
        return lines.RanOut ? ReadStatus.NeedsMore : ReadStatus.Broken;
    }

    /// <summary>
    /// Reads the report up to its last line; null when the text is none. Where the text so far ends, a reader may take it for the end of the report.
    /// </summary>
    protected abstract Report? Parse(ref LineCursor lines);

    private static bool IsPrintedAs(Report report, in LineCursor lines, int start)
    {
        ReadOnlySpan<byte> text = lines.TextFrom(start);
        var again = new TextBuffer(text.Length);
        (report with { CarriageReturns = lines.CarriageReturns, NoFinalLineEnd = lines.EndsWithoutLineEnd }).Render(again);
        return again.Written.SequenceEqual(text);
    }
}
