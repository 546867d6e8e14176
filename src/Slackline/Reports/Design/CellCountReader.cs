namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="CellCountReport"/>.</summary>
internal sealed class CellCountReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.SequenceEqual(CellCountReport.Title);

    protected override Report? Parse(ref LineCursor lines)
    {
        lines.TryNext(out _);
        List<CellCount> kinds = lines.TakeAll(CellCount.TryRead);

        return kinds.Count > 0 ? new CellCountReport { Kinds = kinds } : null;
    }
}
