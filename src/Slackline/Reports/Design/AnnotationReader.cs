using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="AnnotationReport"/>.</summary>
internal sealed class AnnotationReader : RoundTripReader
{
    // The format " %-18s ", before the pins.
    private const int RoleWidth = 20;

    private static readonly RepeatedNames s_roles = new();

    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        line.SequenceEqual("                                                          Not   "u8);

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out _) || !lines.TryNext(out ReadOnlySpan<byte> titles) || !lines.TryNext(out _))
        {
            return null;
        }

        List<AnnotationCount> counts = ReadCounts(ref lines);
        if (!lines.TryNext(out _) || !lines.TryNext(out ReadOnlySpan<byte> totals) || TryReadCount(totals) is not { Total: { } total } all)
        {
            return null;
        }

        var counted = new AnnotationReport
        {
            Timing = titles.StartsWith("Delay"u8) ? AnnotatedTiming.Delay : AnnotatedTiming.Check,
            Counts = counts,
            Total = total,
            Annotated = all.Annotated,
            NotAnnotated = all.NotAnnotated,
        };
        return ReadArcs(ref lines, counted, goesOn: null);
    }

    // The spacing of each row was checked when it was split, and titles are fixed. Only the counts remain to be compared.
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered)
    {
        ((AnnotationReport)report with { AnnotatedArcs = null, UnannotatedArcs = null, NoFinalLineEnd = false }).Render(rendered);
        return text.StartsWith(rendered.Written);
    }

    /// <summary>
    /// Reads the lists of arcs below the counts, or the rest of these lists, up to their end or to the end of this part of the report.
    /// </summary>
    /// <param name="lines">The text.</param>
    /// <param name="report">The report so far, without arcs.</param>
    /// <param name="goesOn">Whether the next lines are rows of a list that has begun: true for arcs without annotation, false for arcs with
    /// annotation; null where no list has begun.</param>
    internal static AnnotationReport ReadArcs(ref LineCursor lines, AnnotationReport report, AnnotationList? goesOn)
    {
        List<AnnotatedArc>? annotated = goesOn == AnnotationList.Annotated
            || (goesOn is null && lines.TryTakeAfterBlank("Annotated Arcs"u8))
            ? lines.TakeAll(TryReadArc, Report.MaxRows) : null;
        List<AnnotatedArc>? unannotated = goesOn == AnnotationList.Unannotated || lines.TryTakeAfterBlank("Unannotated Arcs"u8)
            ? lines.TakeAll(TryReadArc, Report.MaxRows - (annotated?.Count ?? 0)) : null;
        return report with { AnnotatedArcs = annotated, UnannotatedArcs = unannotated };
    }

    private static List<AnnotationCount> ReadCounts(ref LineCursor lines)
    {
        var counts = new List<AnnotationCount>();
        while (lines.TryPeek(out ReadOnlySpan<byte> line) && TryReadCount(line) is { } row)
        {
            lines.TryNext(out _);
            if (row.Total is { } total)
            {
                counts.Add(new AnnotationCount(row.Kind, total, row.Annotated, row.NotAnnotated, Constants: null));
            }
            else if (counts.Count > 0)
            {
                counts[^1] = counts[^1] with { Constants = new ConstantArcCount(row.Annotated, row.NotAnnotated) };
            }
        }

        return counts;
    }

    // A row of constant arcs has no total.
    private static (string Kind, int? Total, int Annotated, int NotAnnotated)? TryReadCount(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        if (!DecimalText.TryReadCount(words.TakeLastWord(), out int notAnnotated)
            || !DecimalText.TryReadCount(words.TakeLastWord(), out int annotated))
        {
            return null;
        }

        int? total = null;
        if (!words.Rest.SequenceEqual("constant arcs"u8))
        {
            if (!DecimalText.TryReadCount(words.TakeLastWord(), out int count))
            {
                return null;
            }

            total = count;
        }

        return (words.TakeRest(), total, annotated, notAnnotated);
    }

    private static AnnotatedArc? TryReadArc(ReadOnlySpan<byte> line)
    {
        if (line.Length <= RoleWidth || line[0] != ' ' || line[1] == ' ' || line[RoleWidth - 1] != ' ' || line[RoleWidth] == ' '
            || !Ascii.IsValid(line[..RoleWidth]) || !NameText.IsValid(line))
        {
            return null;
        }

        string role = s_roles.Intern(line[1..RoleWidth].TrimEnd((byte)' '));
        var pins = new LineScanner(line[RoleWidth..]);
        string from = pins.TakeName();
        if (pins.IsAtEnd)
        {
            return new AnnotatedArc(role, from, To: null, Condition: null);
        }

        if (!pins.TryTake(" -> "u8) || pins.Rest.StartsWith((byte)' '))
        {
            return null;
        }

        string to = pins.TakeName();
        return new AnnotatedArc(role, from, to, pins.TryTake(" "u8) ? pins.TakeRest() : null);
    }
}
