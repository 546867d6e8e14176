namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="DisabledEdgesReport"/>.</summary>
/// <param name="isContinued">Whether the lines continue a report that was too long for one part.</param>
internal sealed class DisabledEdgesReader(bool isContinued = false) : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        isContinued || (EndsInReason(line) && DisabledEdge.TryRead(line) is { } edge && !IsSentence(edge));

    protected override Report? Parse(ref LineCursor lines)
    {
        List<DisabledEdge> edges = lines.TakeAll(DisabledEdge.TryRead, Report.MaxRows);

        return edges.Count > 0 ? new DisabledEdgesReport { Edges = edges, IsContinued = isContinued } : null;
    }

    // A cheap test, so that only few lines must be split.
    private static bool EndsInReason(ReadOnlySpan<byte> line) =>
        line switch
        {
            [.., _, (byte)'=', _] => true,
            [.., (byte)'t'] => line.EndsWith("constraint"u8) || line.EndsWith("constant"u8) || line.EndsWith("cond_default"u8),
            [.., (byte)'p'] => line.EndsWith("loop"u8),
            [.., (byte)'s'] => line.EndsWith("_arcs"u8),
            [.., (byte)'d'] => line.EndsWith("_arcs_enabled"u8),
            [.., (byte)'e'] => line.EndsWith("_unate"u8),
            _ => false,
        };

    // "this adds a constraint" is not an edge: if the reason is an English word, the names must not all be words too.
    private static bool IsSentence(DisabledEdge edge) =>
        !edge.From.Any(char.IsLetterOrDigit) || !edge.To.Any(char.IsLetterOrDigit)
        || IsSentenceOfWords(edge);

    private static bool IsSentenceOfWords(DisabledEdge edge) =>
        edge.Reasons is [{ Name: "constraint" or "constant" or "loop", Constants.Count: 0 }]
        && edge.From.All(char.IsLetter) && edge.To.All(char.IsLetter) && edge.Instance?.All(char.IsLetter) != false
        && (edge.Instance is null || edge.From.Any(char.IsLower) || edge.To.Any(char.IsLower));
}
