namespace Slackline.Reports.Checks;

/// <summary>Reads further rows of a table that was too long for one part.</summary>
internal sealed class CheckRowsReader(CheckTable before) : CheckTableReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => true;

    protected override Report? Parse(ref LineCursor lines) =>
        ReadRows(ref lines, before with { IsContinued = true, CarriageReturns = false, NoFinalLineEnd = false });
}
