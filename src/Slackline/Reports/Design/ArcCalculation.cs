namespace Slackline.Reports.Design;

/// <summary>How the delay of one timing arc was calculated.</summary>
/// <param name="From">The port it starts from.</param>
/// <param name="FromEdge">The transition there: <c>^</c>, <c>v</c>, ...</param>
/// <param name="To">The port it goes to.</param>
/// <param name="ToEdge">The transition there.</param>
/// <param name="Sections">The steps of the calculation; of a gate, those of its delay and those of its slew apart.</param>
public sealed record ArcCalculation(string From, string FromEdge, string To, string ToEdge, IReadOnlyList<IReadOnlyList<CalculationStep>> Sections)
{
    internal static ReadOnlySpan<byte> End => "............................................."u8;

    internal void WriteLines(LineWriter lines, int digits)
    {
        lines.Line($"{From} {FromEdge} -> {To} {ToEdge}");
        foreach (IReadOnlyList<CalculationStep> section in Sections)
        {
            foreach (CalculationStep step in section)
            {
                step.WriteLines(lines, digits);
            }

            lines.End();
        }

        lines.Line(End);
    }
}
