using System.Text;

namespace Slackline.Reports.Design;

/// <summary>Reads <see cref="PowerReport"/>.</summary>
internal sealed class PowerReader : RoundTripReader
{
    // The kinds of cells that the tools print.
    private static readonly string[] s_usualNames = ["Sequential", "Combinational", "Clock", "Macro", "Pad", "Total"];

    public override bool MayBegin(ReadOnlySpan<byte> line)
    {
        var words = new LineScanner(line);
        return words.TryTake("Group  "u8) && PowerColumns.AreTitles(ref words);
    }

    protected override Report? Parse(ref LineCursor lines)
    {
        if (PowerColumns.TryReadTitles(ref lines) is not { } columns)
        {
            return null;
        }

        var groups = new List<PowerGroup>();
        int digits = -1;
        while (TryReadGroup(ref lines, columns, ref digits) is { } group)
        {
            groups.Add(group);
        }

        if (!lines.TryNext(out ReadOnlySpan<byte> dashes) || dashes.Length != columns.TableWidth(PowerReport.NameWidth)
            || dashes.ContainsAnyExcept((byte)'-')
            || TryReadGroup(ref lines, columns, ref digits) is not { } total || !lines.TryNext(out ReadOnlySpan<byte> percents)
            || percents.Length < PowerReport.NameWidth || percents[..PowerReport.NameWidth].ContainsAnyExcept((byte)' '))
        {
            return null;
        }

        ReadOnlySpan<byte> rest = percents[PowerReport.NameWidth..];
        return TryTakePercent(ref rest, columns.Width, out double inside) && TryTakePercent(ref rest, columns.Width, out double switching)
            && TryTakePercent(ref rest, columns.Width, out double leakage) && rest.IsEmpty
            ? new PowerReport
            {
                Groups = groups,
                Total = total,
                InternalPercent = inside,
                SwitchingPercent = switching,
                LeakagePercent = leakage,
                Columns = columns.WithDigits(digits),
            }
            : null;
    }

    // The spacing of each line except the titles was checked when it was split.
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered) =>
        ((PowerReport)report).Columns.AreTitlesOf(text, PowerReport.Title, report.CarriageReturns);

    private static PowerGroup? TryReadGroup(ref LineCursor lines, PowerColumns columns, ref int digits)
    {
        int start = lines.Position;
        if (lines.TryNext(out ReadOnlySpan<byte> line) && line.IndexOf((byte)' ') is > 0 and int nameEnd)
        {
            ReadOnlySpan<byte> name = line[..nameEnd];
            int nameWidth = Math.Max(PowerReport.NameWidth, nameEnd);
            if (line.Length > nameWidth && !line[nameEnd..nameWidth].ContainsAnyExcept((byte)' ') && Ascii.IsValid(name))
            {
                ReadOnlySpan<byte> rest = line[nameWidth..];
                if (columns.TryTakeRow(ref rest, ref digits, out PowerValues power) && rest.StartsWith((byte)' '))
                {
                    rest = rest[1..];
                    if (TryTakePercent(ref rest, PowerReport.PercentWidth, out double percent) && rest.IsEmpty)
                    {
                        return new PowerGroup(NameOf(name), power, percent);
                    }
                }
            }
        }

        lines.Return(start);
        return null;
    }

    private static string NameOf(ReadOnlySpan<byte> name)
    {
        foreach (string usual in s_usualNames)
        {
            if (Ascii.Equals(name, usual))
            {
                return usual;
            }
        }

        return Encoding.UTF8.GetString(name);
    }

    // A number with one digit after the point, padded or longer, and a percent sign.
    private static bool TryTakePercent(ref ReadOnlySpan<byte> rest, int width, out double percent)
    {
        int end = rest.IndexOf((byte)'%');
        percent = 0;
        if (end < width)
        {
            return false;
        }

        ReadOnlySpan<byte> number = rest[..end].TrimStart((byte)' ');
        rest = rest[(end + 1)..];
        return end == Math.Max(width, number.Length) && DecimalText.TryRead(number, out percent, out int digits) && digits is 1 or -1;
    }
}
