namespace Slackline.Reports.Checks;

/// <summary>Reads the tables of <c>report_check_types</c> and <c>report_pulse_width_checks</c>.</summary>
internal class CheckTableReader : RoundTripReader
{
    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        line.StartsWith((byte)' ') ? IsUpperTitleLine(line) : LimitNames.Find(line) is not null;

    /// <inheritdoc/>
    protected override Report? Parse(ref LineCursor lines)
    {
        if (!lines.TryNext(out ReadOnlySpan<byte> first)
            || (LimitNames.Find(first) is { } && !lines.TryTake([]))
            || !lines.TryNext(out ReadOnlySpan<byte> titles)
            || !lines.TryNext(out ReadOnlySpan<byte> dashes)
            || FindKind(first, titles) is not { } kind)
        {
            return null;
        }

        CheckTableLayout layout = LayoutOf(titles, dashes.Length);
        return layout.FieldWidth <= CheckTableLayout.MaxWidth && layout.DescriptionWidth is >= 0 and <= CheckTableLayout.MaxWidth
            ? ReadRows(ref lines, new CheckTable { Kind = kind, Rows = [], Layout = layout })
            : null;
    }

    // The spacing of each row was checked when it was split. Only the lines above them remain to be compared.
    /// <inheritdoc/>
    protected override bool RendersAs(Report report, ReadOnlySpan<byte> text, TextBuffer rendered)
    {
        var table = (CheckTable)report;
        (table with { Rows = [], NoFinalLineEnd = false }).Render(rendered);
        int rows = table.Rows.Count + (table.Layout.AreRowsSpaced ? table.Rows.Count - 1 : 0) - (table.NoFinalLineEnd ? 1 : 0);
        return text.StartsWith(rendered.Written) && text[rendered.Length..].Count((byte)'\n') == rows;
    }

    /// <summary>Reads the next rows, up to the end of the table or of this part; null when there is none.</summary>
    internal static CheckTable? ReadRows(ref LineCursor lines, CheckTable table)
    {
        var rows = new List<CheckRow>();
        bool areSpaced = table.Layout.AreRowsSpaced;
        int digits = -1;
        var numbers = new ListNumbers(3, table.Layout.FieldWidth);
        while (rows.Count < Report.MaxRows)
        {
            int end = lines.Position;
            bool isSpaced = rows.Count > 0 && lines.Rest is [(byte)'\n' or (byte)'\r', ..] && lines.TryTake([]);
            if ((rows.Count > (table.IsContinued ? 0 : 1) && isSpaced != areSpaced)
                || !lines.TryNext(out ReadOnlySpan<byte> line)
                    || !CheckRow.TryRead(line, table.Kind, table.Layout, numbers, ref digits, out CheckRow? row))
            {
                lines.Return(end);
                break;
            }

            areSpaced = rows.Count > 0 ? isSpaced : areSpaced;
            rows.Add(row!);
        }

        return rows.Count == 0
            ? null
            : table with { Rows = rows, Layout = table.Layout with { Digits = Math.Max(digits, 0), AreRowsSpaced = areSpaced } };
    }

    private static bool IsUpperTitleLine(ReadOnlySpan<byte> line)
    {
        if (line.Length < 20 || line[0] != ' ')
        {
            return false;
        }

        var words = new LineScanner(line);
        ReadOnlySpan<byte> first = words.TakeWord();
        return first.SequenceEqual("Min"u8) ? words.TakeWord().IsEmpty
            : first.SequenceEqual("Required"u8) && words.TakeWord().SequenceEqual("Actual"u8) && words.TakeWord().IsEmpty;
    }

    private static CheckKind? FindKind(ReadOnlySpan<byte> first, ReadOnlySpan<byte> titles)
    {
        var words = new LineScanner(titles);
        if (words.TakeName() != "Pin")
        {
            return null;
        }

        (string, string) lower = (words.TakeName(), words.TakeName());
        if (words.TakeName() != "Slack")
        {
            return null;
        }

        CheckKind? kind = LimitNames.Find(first)?.Kind ?? lower switch
        {
            ("Width", "Width") => CheckKind.PulseWidth,
            ("Period", "Period") => CheckKind.MinPeriod,
            ("Skew", "Skew") => CheckKind.MaxSkew,
            _ => null,
        };
        return kind is { } found && CheckTitles.Of(found).Lower == lower ? kind : null;
    }

    // Slack is the only title that is never wider than its column.
    private static CheckTableLayout LayoutOf(ReadOnlySpan<byte> titles, int dashes)
    {
        var words = new LineScanner(titles);
        words.TakeLastWord();
        int fieldWidth = titles.Length - words.Rest.Length - 1;
        return new CheckTableLayout(dashes - (3 * fieldWidth) - 3, fieldWidth, 0, false);
    }
}
