namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="ParasiticAnnotationReport"/>.</summary>
/// <param name="rest">What may follow the part before; null at the beginning of a report.</param>
internal sealed class ParasiticAnnotationReader(ParasiticAnnotationRest? rest = null) : RoundTripReader
{
    protected override bool LastLineMayBeCut => true;

    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        rest is null ? TryReadCount(line, Unannotated, out _) : line.StartsWith((byte)' ') || TryReadCount(line, Partially, out _);

    protected override Report? Parse(ref LineCursor lines)
    {
        if (rest is not null)
        {
            return ReadDrivers(ref lines, unannotatedCount: null, rest);
        }

        return lines.TryNext(out ReadOnlySpan<byte> line) && TryReadCount(line, Unannotated, out int count)
            ? ReadDrivers(ref lines, count, new ParasiticAnnotationRest(count, null))
            : null;
    }

    // The lists may be missing, but if they are there they have as many entries as were counted.
    private static ParasiticAnnotationReport? ReadDrivers(ref LineCursor lines, int? unannotatedCount, ParasiticAnnotationRest expected)
    {
        var unannotated = new List<string>();
        while (unannotated.Count < Math.Min(expected.Unannotated, Report.MaxRows) && TryTakeName(ref lines, " "u8) is { } driver)
        {
            unannotated.Add(driver);
        }

        ParasiticAnnotationRest? more = expected with { Unannotated = expected.Unannotated - unannotated.Count };
        int? partialCount = null;
        bool isPartFull = unannotated.Count == Report.MaxRows && more.Unannotated > 0;
        if (!isPartFull && more.PartiallyAnnotated is null)
        {
            if (TryTakePartialCount(ref lines) is { } printed)
            {
                partialCount = printed;
                more = new ParasiticAnnotationRest(0, printed);
            }
            else if (unannotatedCount is null && unannotated.Count > 0)
            {
                more = null;
            }
            else
            {
                return null;
            }
        }

        var partial = new List<PartiallyAnnotatedDriver>();
        if (more?.PartiallyAnnotated is { } partialLeft)
        {
            int rows = unannotated.Count;
            while (rows < Report.MaxRows && partial.Count < partialLeft && TryTakeName(ref lines, " "u8) is { } driver)
            {
                partial.Add(new PartiallyAnnotatedDriver(driver, ReadLoads(ref lines)));
                rows += 1 + partial[^1].UnannotatedLoads.Count;
            }

            more = rows >= Report.MaxRows && partial.Count < partialLeft
                ? new ParasiticAnnotationRest(0, partialLeft - partial.Count)
                : null;
        }

        return unannotatedCount is null && partialCount is null && unannotated.Count + partial.Count == 0
            ? null
            : new ParasiticAnnotationReport
            {
                UnannotatedCount = unannotatedCount,
                PartiallyAnnotatedCount = partialCount,
                Unannotated = unannotated,
                PartiallyAnnotated = partial,
                IsContinued = unannotatedCount is null,
                Rest = more,
            };
    }

    private static int? TryTakePartialCount(ref LineCursor lines)
    {
        int start = lines.Position;
        if (lines.TryNext(out ReadOnlySpan<byte> line) && TryReadCount(line, Partially, out int count))
        {
            return count;
        }

        lines.Return(start);
        return null;
    }

    // The spacing of its lines was checked when they were split: names after their indents, and counts.
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered) => NameText.IsValid(text);

    private static List<string> ReadLoads(ref LineCursor lines)
    {
        var loads = new List<string>();
        while (TryTakeName(ref lines, "  "u8) is { } load)
        {
            loads.Add(load);
        }

        return loads;
    }

    private static string? TryTakeName(ref LineCursor lines, ReadOnlySpan<byte> indent)
    {
        int start = lines.Position;
        if (lines.TryNext(out ReadOnlySpan<byte> line) && line.StartsWith(indent) && line.Length > indent.Length
            && line[indent.Length] != ' ')
        {
            return NameText.Decode(line[indent.Length..]);
        }

        lines.Return(start);
        return null;
    }

    private static ReadOnlySpan<byte> Unannotated => " unannotated drivers."u8;

    private static ReadOnlySpan<byte> Partially => " partially unannotated drivers."u8;

    private static bool TryReadCount(ReadOnlySpan<byte> line, ReadOnlySpan<byte> ending, out int count)
    {
        var words = new LineScanner(line);
        count = 0;
        return words.TryTake("Found "u8) && !words.Rest.StartsWith((byte)' ') && words.TryTakeCount(out count)
            && words.Rest.SequenceEqual(ending);
    }
}
