using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="CellUsageReport"/>.</summary>
internal sealed class CellUsageReader : RoundTripReader
{
    public override bool MayBegin(ReadOnlySpan<byte> line) => line.StartsWith("Cell type report"u8);

    protected override Report? Parse(ref LineCursor lines)
    {
        string? instance = null;
        string? module = null;
        if (lines.TryTakePrefixed("Cell type report for "u8, out ReadOnlySpan<byte> heading))
        {
            var words = new LineScanner(heading);
            module = Encoding.UTF8.GetString(words.TakeLastWord().Trim("()"u8));
            instance = words.TakeRest();
        }

        if (!lines.TryTakePrefixed("Cell type report: "u8, out ReadOnlySpan<byte> titles))
        {
            return null;
        }

        bool isUsual = titles.SequenceEqual(CellUsageReport.UsualTitles);

        List<CellUsage> kinds = ReadUsages(ref lines, last: "Total");
        if (kinds.Count == 0 || kinds[^1].Name != "Total")
        {
            return null;
        }

        return new CellUsageReport
        {
            ModuleInstance = instance,
            Module = module,
            Kinds = kinds[..^1],
            Total = kinds[^1],
            HasWideColumns = !isUsual,
            Cells = lines.TryTakeAfterBlank("Cell instance report:"u8) ? ReadUsages(ref lines, last: null) : null,
        };
    }

    private static List<CellUsage> ReadUsages(ref LineCursor lines, string? last)
    {
        var usages = new List<CellUsage>();
        while (lines.TryPeek(out ReadOnlySpan<byte> line) && TryReadUsage(line) is { } usage)
        {
            usages.Add(usage);
            lines.TryNext(out _);
            if (usage.Name == last)
            {
                break;
            }
        }

        return usages;
    }

    private static CellUsage? TryReadUsage(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        return words.TryTake("  "u8)
            && DecimalText.TryRead(words.TakeLastWord(), out double area, out int digits) && digits == 2
            && DecimalText.TryReadCount(words.TakeLastWord(), out int count)
            ? new CellUsage(words.TakeRest(), count, area)
            : null;
    }
}
