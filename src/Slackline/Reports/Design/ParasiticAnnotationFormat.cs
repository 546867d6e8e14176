using System.Text;
using System.Text.Unicode;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="ParasiticAnnotationReport"/>.</summary>
internal sealed class ParasiticAnnotationFormat : ConfirmedFormat
{
    protected override bool LastLineMayBeCut => true;

    public override bool Begins(ReadOnlySpan<byte> line) => TryReadCount(line, " unannotated drivers."u8, out _);

    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> line) || !TryReadCount(line, " unannotated drivers."u8, out int unannotatedCount))
        {
            return null;
        }

        // The lists are there or not, but when they are they hold as many as were counted.
        var unannotated = new List<string>();
        while (unannotated.Count < unannotatedCount && TryTakeName(ref lines, " "u8) is { } driver)
        {
            unannotated.Add(driver);
        }

        if (!lines.TryNext(out line) || !TryReadCount(line, " partially unannotated drivers."u8, out int partialCount))
        {
            return null;
        }

        var partial = new List<PartiallyAnnotatedDriver>();
        while (partial.Count < partialCount && TryTakeName(ref lines, " "u8) is { } driver)
        {
            partial.Add(new PartiallyAnnotatedDriver(driver, ReadLoads(ref lines)));
        }

        return new ParasiticAnnotationReport
        {
            UnannotatedCount = unannotatedCount,
            PartiallyAnnotatedCount = partialCount,
            Unannotated = unannotated,
            PartiallyAnnotated = partial,
        };
    }

    // Its lines are taken apart as they are printed: names behind their indents, and counts.
    protected override bool IsPrintedAs(Report report, ReadOnlySpan<byte> text, TextBuffer again) => Utf8.IsValid(text);

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
        if (lines.TryNext(out ReadOnlySpan<byte> line) && line.StartsWith(indent) && line.Length > indent.Length && line[indent.Length] != ' ')
        {
            return Encoding.UTF8.GetString(line[indent.Length..]);
        }

        lines.Return(start);
        return null;
    }

    private static bool TryReadCount(ReadOnlySpan<byte> line, ReadOnlySpan<byte> ending, out int count)
    {
        var words = new LineScanner(line);
        count = 0;
        return words.TryTake("Found "u8) && !words.Rest.StartsWith((byte)' ') && words.TryTakeCount(out count) && words.Rest.SequenceEqual(ending);
    }
}
