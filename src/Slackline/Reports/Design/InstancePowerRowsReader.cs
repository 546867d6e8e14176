namespace Slackline.Reports.Design;

/// <summary>Reads further rows of a table of instances that was too long for one part.</summary>
/// <param name="columns">How the part before was printed.</param>
internal sealed class InstancePowerRowsReader(PowerColumns columns) : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith((byte)' ');

    protected override Report? Parse(ref LineCursor lines) =>
        InstancePowerReader.ReadRows(ref lines, columns) is { Instances.Count: > 0 } rows ? rows with { IsContinued = true } : null;

    // Each row was taken apart as it is printed, and nothing stands above them.
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered) => true;
}
