namespace Slackline.Reports.Checks;

/// <summary>Reads further rows of a table that was too long for one part.</summary>
internal sealed class CheckRowsFormat(CheckTable before) : ConfirmedFormat
{
    public override bool Begins(ReadOnlySpan<byte> line) => true;

    protected override Report? Parse(ref LineCursor lines)
    {
        var numbers = new DecimalReader();
        return CheckTableFormat.TryReadRow(ref lines, before.Kind, before.Layout, numbers, out CheckRow? row)
            ? CheckTableFormat.ReadRows(ref lines, row!, before with { IsContinued = true, CarriageReturns = false, NoFinalLineEnd = false }, numbers)
            : null;
    }
}
