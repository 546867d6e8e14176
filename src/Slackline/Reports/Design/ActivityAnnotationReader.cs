using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="ActivityAnnotationReport"/>.</summary>
internal sealed class ActivityAnnotationReader : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) => TryReadCount(line) is not null;

    protected override Report? Parse(ref LineCursor lines)
    {
        var annotated = new List<ActivityCount>();
        while (true)
        {
            if (!lines.TryNext(out ReadOnlySpan<byte> line) || TryReadCount(line) is not { } count)
            {
                return null;
            }

            if (count.Origin == "unannotated")
            {
                return new ActivityAnnotationReport
                {
                    Annotated = annotated,
                    Unannotated = count.Count,
                    AnnotatedPins = lines.TryTake("Annotated pins:"u8)
                        ? ReadAnnotatedPins(ref lines, annotated.Sum(origin => origin.Count))
                        : null,
                    UnannotatedPins = lines.TryTake("Unannotated pins:"u8) ? ReadUnannotatedPins(ref lines) : null,
                };
            }

            annotated.Add(count);
        }
    }

    private static ActivityCount? TryReadCount(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        ReadOnlySpan<byte> origin = words.TakeWord();
        return line.Length >= ActivityAnnotationReport.OriginWidth + 5
            && (origin.SequenceEqual("vcd"u8) || origin.SequenceEqual("saif"u8) || origin.SequenceEqual("input"u8)
                || origin.SequenceEqual("unannotated"u8))
            && words.TryTakeCount(out int count) && words.IsAtEnd
            ? new ActivityCount(Encoding.UTF8.GetString(origin), count)
            : null;
    }

    private static List<AnnotatedActivity> ReadAnnotatedPins(ref LineCursor lines, int count)
    {
        var pins = new List<AnnotatedActivity>();
        while (pins.Count < count && lines.TryNext(out ReadOnlySpan<byte> line))
        {
            var words = new LineScanner(line);
            pins.Add(new AnnotatedActivity(words.TakeName(), words.TryTake(" "u8) ? words.TakeRest() : ""));
        }

        return pins;
    }

    // The count does not show how many follow: power pins are counted but not listed.
    private static List<string> ReadUnannotatedPins(ref LineCursor lines)
    {
        var pins = new List<string>();
        while (lines.TryPeek(out ReadOnlySpan<byte> line) && line.Length > 1 && line[0] == ' ' && !line[1..].Contains((byte)' '))
        {
            pins.Add(Encoding.UTF8.GetString(line[1..]));
            lines.TryNext(out _);
        }

        return pins;
    }
}
