namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="InstancePowerReport"/>.</summary>
internal sealed class InstancePowerReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        return words.TryTake("  "u8) && PowerColumns.AreTitles(ref words);
    }

    protected override Report? Parse(ref LineCursor lines)
    {
        if (PowerColumns.TryReadTitles(ref lines) is not { } columns)
        {
            return null;
        }

        return ReadRows(ref lines, columns);
    }

    // The spacing of each row was checked when it was split. Only the lines above them remain to be compared.
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered) =>
        ((InstancePowerReport)report).Columns.AreTitlesOf(text, "", report.CarriageReturns);

    /// <summary>Reads the next rows, up to the end of the table or of this part.</summary>
    internal static InstancePowerReport ReadRows(ref LineCursor lines, PowerColumns columns)
    {
        var instances = new List<NamedPower>();
        int digits = -1;
        int end = lines.Position;
        while (instances.Count < Report.MaxRows && lines.TryNext(out ReadOnlySpan<byte> row)
            && columns.TryTakeRow(ref row, ref digits, out PowerValues power) && row.StartsWith((byte)' ') && NameText.IsValid(row))
        {
            instances.Add(new NamedPower(NameText.Decode(row[1..]), power));
            end = lines.Position;
        }

        lines.Return(end);
        return new InstancePowerReport { Instances = instances, Columns = columns.WithDigits(digits) };
    }
}
