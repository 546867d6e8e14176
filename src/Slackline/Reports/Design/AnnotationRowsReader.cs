namespace Slackline.Reports.Design;

/// <summary>Reads further arcs of an <see cref="AnnotationReport"/> that was too long for one part.</summary>
/// <param name="before">The part before.</param>
/// <param name="list">Whose arcs follow.</param>
internal sealed class AnnotationRowsReader(AnnotationReport before, AnnotationList list) : RoundTripReader
{
    private readonly AnnotationReport _counts = before with { AnnotatedArcs = null, UnannotatedArcs = null, IsContinued = true, CarriageReturns = false, NoFinalLineEnd = false };

    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith((byte)' ');

    protected override Report? Parse(ref LineCursor lines) =>
        AnnotationReader.ReadArcs(ref lines, _counts, list) is var rows && (rows.AnnotatedArcs ?? rows.UnannotatedArcs)!.Count > 0 ? rows : null;

    // Each row was taken apart as it is printed.
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered) => true;
}
