namespace Slackline.Reports;

/// <summary>A kind of report that is one line long. Without a line end it is none: a number may have lost digits, and nothing would tell.</summary>
internal abstract class OneLineReader : RoundTripReader
{
    /// <inheritdoc/>
    protected sealed override Report? Parse(ref LineCursor lines) =>
        lines.TryNext(out ReadOnlySpan<byte> line) && !lines.EndsWithoutLineEnd ? Parse(line) : null;

    /// <summary>The report that the line is; null when it is none.</summary>
    protected abstract Report? Parse(ReadOnlySpan<byte> line);
}
