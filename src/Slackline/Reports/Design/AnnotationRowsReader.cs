namespace Slackline.Reports.Design;

/// <summary>Reads further arcs of an <see cref="AnnotationReport"/> that was too long for one part.</summary>
/// <param name="before">The part before.</param>
/// <param name="list">The list that the arcs belong to.</param>
internal sealed class AnnotationRowsReader(AnnotationReport before, AnnotationList list) : RoundTripReader
{
    private readonly AnnotationReport _counts = before with
    {
        AnnotatedArcs = null,
        UnannotatedArcs = null,
        IsContinued = true,
        CarriageReturns = false,
        NoFinalLineEnd = false,
    };

    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith((byte)' ');

    protected override Report? Parse(ref LineCursor lines) =>
        AnnotationReader.ReadArcs(ref lines, _counts, list) is var rows && (rows.AnnotatedArcs ?? rows.UnannotatedArcs)!.Count > 0
            ? rows
            : null;

    // The spacing of each row was checked when it was split.
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered) => true;
}
