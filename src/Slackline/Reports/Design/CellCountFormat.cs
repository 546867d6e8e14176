namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="CellCountReport"/>.</summary>
internal sealed class CellCountFormat : ConfirmedFormat
{
    protected override bool LastLineMayBeCut => true;

    public override bool Begins(ReadOnlySpan<byte> line) => line.SequenceEqual(CellCountReport.Title);

    protected override Report? Parse(ref LineCursor lines)
    {
        var kinds = new List<CellCount>();
        lines.TryNext(out _);
        while (lines.TryPeek(out ReadOnlySpan<byte> line) && CellCount.TryRead(line) is { } kind)
        {
            kinds.Add(kind);
            lines.TryNext(out _);
        }

        return kinds.Count > 0 ? new CellCountReport { Kinds = kinds } : null;
    }
}
