namespace Slackline.Reports;

/// <summary>
/// Reads a kind of report that is one line long. The line end is required: without it a number may have lost digits unnoticed.
/// </summary>
internal abstract class OneLineReader : RoundTripReader
{
    /// <inheritdoc/>
    protected sealed override Report? Parse(ref LineCursor lines) =>
        lines.TryNext(out ReadOnlySpan<byte> line) && !lines.EndsWithoutLineEnd ? Parse(line) : null;

    /// <summary>Reads the line; null when it is not such a report.</summary>
    protected abstract Report? Parse(ReadOnlySpan<byte> line);
}
