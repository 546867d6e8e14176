namespace Slackline.Reports;

/// <summary>
/// Recognises and reads the reports of one kind, and keeps no state between them. A reader need not be strict about spacing: what it read
/// is printed again, and only if that gives the same text was it such a report.
/// </summary>
internal abstract class RoundTripReader
{
    /// <summary>
    /// Whether the last line could still be read if it were cut short. Such a report is refused without its last line end, since a name or
    /// a number may be incomplete.
    /// </summary>
    protected virtual bool LastLineMayBeCut => false;

    /// <summary>Whether a report of this kind may begin with this line (without its line end). Must be cheap, and rarely wrong.</summary>
    public abstract bool MayBegin(ReadOnlySpan<byte> line);

    /// <summary>
    /// How many bytes of the text certainly hold no beginning of such a report, after its first line was tried in vain; 0 if unknown. For
    /// readers that must look far ahead, and would look at the same lines again and again.
    /// </summary>
    public virtual int LengthToSkip(LineCursor lines) => 0;

    /// <summary>
    /// Reads the report whose first line is the cursor's next. If it is whole, the cursor ends after its last line. A reader accepts only
    /// what its renderer prints back byte for byte; anything else is <see cref="ReadStatus.Broken"/>.
    /// </summary>
    /// <param name="lines">The text.</param>
    /// <param name="rendered">Where the report is printed again: a buffer that the caller keeps.</param>
    /// <param name="report">The report.</param>
    public ReadStatus Read(ref LineCursor lines, TextBuffer rendered, out Report? report)
    {
        int start = lines.Position;
        Report? parsed = Parse(ref lines);
        bool isCut = lines.EndsWithoutLineEnd && LastLineMayBeCut;
        report = parsed is null || lines.RanOut || isCut ? null : WithLineEnds(parsed, lines);
        rendered.Clear();
        if (report is not null && RendersAs(report, lines.TextFrom(start), rendered))
        {
            return ReadStatus.Whole;
        }

        report = null;
        return lines.RanOut ? ReadStatus.NeedsMore : ReadStatus.Broken;
    }

    /// <summary>
    /// Reads the report up to its last line; null when the text is not such a report. A reader may take the end of the text so far for the
    /// end of the report.
    /// </summary>
    protected abstract Report? Parse(ref LineCursor lines);

    /// <summary>
    /// Whether the report prints back as the text that it was read from. A reader that has already checked each line's spacing can answer
    /// without printing.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="text">What it was read from.</param>
    /// <param name="rendered">An empty buffer.</param>
    protected virtual bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered)
    {
        report.Render(rendered);
        return rendered.Written.SequenceEqual(text);
    }

    private static Report WithLineEnds(Report report, in LineCursor lines) =>
        lines.CarriageReturns || lines.EndsWithoutLineEnd
            ? report with { CarriageReturns = lines.CarriageReturns, NoFinalLineEnd = lines.EndsWithoutLineEnd }
            : report;

}
