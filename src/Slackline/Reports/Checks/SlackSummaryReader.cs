using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>Reads <c>tns max -1.23</c>, <c>wns 0.00</c>, <c>worst slack min 0.06</c>.</summary>
internal sealed class SlackSummaryReader : OneLineReader
{
    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        line.StartsWith("tns "u8) || line.StartsWith("wns "u8) || line.StartsWith("worst slack "u8);

    /// <inheritdoc/>
    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        SlackMeasure measure = words.TryTake("tns "u8) ? SlackMeasure.TotalNegativeSlack
            : words.TryTake("wns "u8) ? SlackMeasure.WorstNegativeSlack
            : SlackMeasure.WorstSlack;
        words.TryTake("worst slack "u8);
        PathType type = words.TryTake("max "u8) ? PathType.Max : words.TryTake("min "u8) ? PathType.Min : PathType.Unknown;
        var numbers = new DecimalReader();
        return numbers.TryRead(words.Rest, out double value) ? new SlackSummary(measure, type, value, numbers.Digits) : null;
    }
}
