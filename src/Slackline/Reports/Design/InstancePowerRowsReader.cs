namespace Slackline.Reports.Design;

/// <summary>Reads further rows of a table of instances that was too long for one part.</summary>
/// <param name="columns">The columns of the part before.</param>
internal sealed class InstancePowerRowsReader(PowerColumns columns) : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith((byte)' ');

    protected override Report? Parse(ref LineCursor lines) =>
        InstancePowerReader.ReadRows(ref lines, columns) is { Instances.Count: > 0 } rows ? rows with { IsContinued = true } : null;

    // The spacing of each row was checked when it was split, and there are no lines above them.
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered) => true;
}
