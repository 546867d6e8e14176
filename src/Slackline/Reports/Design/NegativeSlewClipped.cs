namespace Slackline.Reports.Design;

/// <summary>That the slew came out negative and zero was taken.</summary>
public sealed record NegativeSlewClipped : CalculationStep
{
    internal static ReadOnlySpan<byte> Sentence => "Negative slew clipped to 0.0"u8;

    internal override void WriteLines(LineWriter lines, int digits) => lines.Line(Sentence);
}
