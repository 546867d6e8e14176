using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="DelayCalculationReport"/>.</summary>
internal sealed class DelayCalculationReader : RoundTripReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Library: "u8);

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryTakePrefixed("Library: "u8, out ReadOnlySpan<byte> library)
            || !lines.TryTakePrefixed("Cell: "u8, out ReadOnlySpan<byte> cell))
        {
            return null;
        }

        string? sense = lines.TryTakePrefixed("Arc sense: "u8, out ReadOnlySpan<byte> senseName)
            ? Encoding.UTF8.GetString(senseName)
            : null;
        if (!lines.TryTakePrefixed("Arc type: "u8, out ReadOnlySpan<byte> role))
        {
            return null;
        }

        var numbers = new DecimalReader();
        var arcs = new List<ArcCalculation>();
        int end;
        do
        {
            if (TryReadArc(ref lines, numbers) is not { } arc)
            {
                return null;
            }

            arcs.Add(arc);
            end = lines.Position;
        }
        while (lines.TryTake([]) && lines.TryPeek(out ReadOnlySpan<byte> next) && IsArcTitle(next));

        lines.Return(end);
        return new DelayCalculationReport
        {
            Library = Encoding.UTF8.GetString(library),
            Cell = Encoding.UTF8.GetString(cell),
            Sense = sense,
            Role = Encoding.UTF8.GetString(role),
            Arcs = arcs,
            Digits = numbers.Digits,
        };
    }

    private static ArcCalculation? TryReadArc(ref LineCursor lines, DecimalReader numbers)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> title) || !IsArcTitle(title)
            || TryReadSections(ref lines, numbers, out bool endsAtOnce) is not { } sections)
        {
            return null;
        }

        string[] words = Encoding.UTF8.GetString(title).Split(' ');
        return new ArcCalculation(words[0], words[1], words[3], words[4], sections) { EndsAtOnce = endsAtOnce };
    }

    // FROM ^ -> TO v
    private static bool IsArcTitle(ReadOnlySpan<byte> line) => line.Count((byte)' ') == 4 && line.IndexOf(" -> "u8) > 0;

    // Reads steps. An empty line ends a section; a line of dots follows the last one.
    private static List<List<CalculationStep>>? TryReadSections(ref LineCursor lines, DecimalReader numbers, out bool endsAtOnce)
    {
        var sections = new List<List<CalculationStep>>();
        endsAtOnce = false;
        do
        {
            var steps = new List<CalculationStep>();
            while (!lines.TryTake([]))
            {
                endsAtOnce = steps.Count > 0 && lines.TryTake(ArcCalculation.End);
                if (endsAtOnce)
                {
                    break;
                }

                if (CalculationStepReader.TryRead(ref lines, numbers) is not { } step)
                {
                    return null;
                }

                steps.Add(step);
            }

            sections.Add(steps);
        }
        while (!endsAtOnce && !lines.TryTake(ArcCalculation.End));

        return sections;
    }
}
