namespace Slackline.Reports;

/// <summary>Recognises and reads the reports of one kind. It keeps no state between reports.</summary>
internal interface IReportFormat
{
    /// <summary>Whether a report of this kind may begin with this line (which has lost its line end). Must be cheap, and rarely wrong.</summary>
    bool Begins(ReadOnlySpan<byte> line);

    /// <summary>
    /// Reads the report whose first line is the cursor's next. When it is whole, the cursor stands behind its last line. A reader takes only
    /// what its renderer prints back byte for byte; anything else is <see cref="ReadStatus.Broken"/>.
    /// </summary>
    ReadStatus Read(ref LineCursor lines, out Report? report);
}
