namespace Slackline.Reports.Checks;

/// <summary>Reads the tables of <c>report_check_types</c> and <c>report_pulse_width_checks</c>.</summary>
internal sealed class CheckTableFormat : ConfirmedFormat
{
    /// <summary>So many rows of a table are held at once; the others come as parts of their own.</summary>
    public const int MaxRows = 2000;

    /// <inheritdoc/>
    public override bool Begins(ReadOnlySpan<byte> line) => LimitNames.Find(line) is not null || IsUpperTitleLine(line);

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

        var numbers = new DecimalReader();
        CheckTableLayout layout = LayoutOf(titles, dashes.Length);
        if (layout.FieldWidth > CheckTableLayout.MaxWidth || layout.DescriptionWidth is < 0 or > CheckTableLayout.MaxWidth
            || !TryReadRow(ref lines, kind, layout, numbers, out CheckRow? row))
        {
            return null;
        }

        return ReadRows(ref lines, row!, new CheckTable { Kind = kind, Rows = [], Layout = layout }, numbers);
    }

    /// <summary>Reads the rows behind one, up to the end of the table or of what fits into a part of it.</summary>
    internal static CheckTable ReadRows(ref LineCursor lines, CheckRow first, CheckTable table, DecimalReader numbers)
    {
        var rows = new List<CheckRow> { first };
        bool areSpaced = table.Layout.AreRowsSpaced;
        while (rows.Count < MaxRows)
        {
            int end = lines.Position;
            bool isSpaced = lines.TryTake([]);
            if (((rows.Count > 1 || table.IsContinued) && isSpaced != areSpaced) || !TryReadRow(ref lines, table.Kind, table.Layout, numbers, out CheckRow? row))
            {
                lines.Return(end);
                break;
            }

            areSpaced = isSpaced;
            rows.Add(row!);
        }

        return table with { Rows = rows, Layout = table.Layout with { Digits = numbers.Digits, AreRowsSpaced = areSpaced } };
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

    // Slack is the one title that never is wider than its column.
    private static CheckTableLayout LayoutOf(ReadOnlySpan<byte> titles, int dashes)
    {
        var words = new LineScanner(titles);
        words.TakeLastWord();
        int fieldWidth = titles.Length - words.Rest.Length - 1;
        return new CheckTableLayout(dashes - (3 * fieldWidth) - 3, fieldWidth, 0, false);
    }

    // A row that would be printed differently is none: it is the first line after the table.
    internal static bool TryReadRow(ref LineCursor lines, CheckKind kind, CheckTableLayout layout, DecimalReader numbers, out CheckRow? row)
    {
        row = lines.TryPeek(out ReadOnlySpan<byte> line) ? CheckRow.Parse(line, kind, numbers) : null;
        if (row is null)
        {
            return false;
        }

        var again = new TextBuffer(line.Length + 64);
        row.Write(again, kind, layout with { Digits = numbers.Digits });
        return again.Written.SequenceEqual(line) && lines.TryNext(out _);
    }
}
