namespace Slackline.Reports.Design;

/// <summary>Reads further arcs of an <see cref="AnnotationReport"/> that was too long for one part.</summary>
/// <param name="before">The part before.</param>
/// <param name="list">Whose arcs follow.</param>
internal sealed class AnnotationRowsFormat(AnnotationReport before, AnnotationList list) : ConfirmedFormat
{
    private readonly AnnotationReport _counts = before with { AnnotatedArcs = null, UnannotatedArcs = null, IsContinued = true, CarriageReturns = false, NoFinalLineEnd = false };

    protected override bool LastLineMayBeCut => true;

    public override bool Begins(ReadOnlySpan<byte> line) => line.StartsWith((byte)' ');

    protected override Report? Parse(ref LineCursor lines) =>
        AnnotationFormat.ReadArcs(ref lines, _counts, list) is var rows && (rows.AnnotatedArcs ?? rows.UnannotatedArcs)!.Count > 0 ? rows : null;

    // Each row was taken apart as it is printed.
    protected override bool IsPrintedAs(Report report, ReadOnlySpan<byte> text, TextBuffer again) => true;
}
