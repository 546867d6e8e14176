namespace Slackline.Reports.Design;

/// <summary>The slew was calculated as negative and set to zero.</summary>
public sealed record NegativeSlewClipped : CalculationStep
{
    internal static ReadOnlySpan<byte> Sentence => "Negative slew clipped to 0.0"u8;

    internal override void WriteLines(LineWriter lines, int digits) => lines.Line(Sentence);
}
