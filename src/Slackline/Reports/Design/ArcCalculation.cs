namespace Slackline.Reports.Design;

/// <summary>The calculation of the delay of one timing arc.</summary>
/// <param name="From">The port it starts from.</param>
/// <param name="FromEdge">The transition there: <c>^</c>, <c>v</c>, ...</param>
/// <param name="To">The port it goes to.</param>
/// <param name="ToEdge">The transition there.</param>
/// <param name="Sections">The steps of the calculation; for a gate, separate sections for its delay and its slew.</param>
public sealed record ArcCalculation(
    string From, string FromEdge, string To, string ToEdge, IReadOnlyList<IReadOnlyList<CalculationStep>> Sections)
{
    /// <summary>Whether the line of dots directly follows the last step, as it does after a <see cref="LinearDelay"/>.</summary>
    public bool EndsAtOnce { get; init; }

    internal static ReadOnlySpan<byte> End => "............................................."u8;

    internal void WriteLines(LineWriter lines, int digits)
    {
        lines.Line($"{From} {FromEdge} -> {To} {ToEdge}");
        for (int i = 0; i < Sections.Count; i++)
        {
            foreach (CalculationStep step in Sections[i])
            {
                step.WriteLines(lines, digits);
            }

            if (i < Sections.Count - 1 || !EndsAtOnce)
            {
                lines.End();
            }
        }

        lines.Line(End);
    }
}
