using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Finds the columns of a path's table from its title line and the line of dashes under it. A title wider than its column pushes the rest
/// of the title line to the right, but not the cells. The number of dashes, which is the sum of the widths plus six, decides.
/// </summary>
internal sealed class TableHeaderReader
{
    // Reports of one session share a few layouts; a log of many sessions may have more.
    private const int MaxRemembered = 64;

    // Unusual orders of columns are searched for, which takes long. No real log has this many; the rest is kept verbatim.
    private const int MaxSearches = 256;

    private readonly List<Header> _remembered = [];
    private int _searches;

    /// <summary>Whether a line may be the title line of a path's table.</summary>
    public static bool IsTitleLine(ReadOnlySpan<byte> line)
    {
        int description = line.IndexOf("Description"u8);
        if (description < 0)
        {
            return false;
        }

        ReadOnlySpan<byte> before = line[..description];
        return before.EndsWith("Time   "u8) || before.EndsWith("Total   "u8) || FindTitles(line) is not null;
    }

    /// <summary>Whether a line consists of titles from its beginning.</summary>
    public static bool HasTitles(ReadOnlySpan<byte> line) => FindTitles(line) is not null;

    /// <summary>Whether a line is dashes alone, as below the titles and between the parts of a table.</summary>
    public static bool IsRule(ReadOnlySpan<byte> line) =>
        line.Length > 2 && line[0] == '-' && line[1] == '-' && !line.ContainsAnyExcept((byte)'-');

    /// <summary>The columns that the two lines show; null when they do not belong to a path's table.</summary>
    public RowColumns? Read(ReadOnlySpan<byte> titles, int dashes)
    {
        foreach (Header header in _remembered)
        {
            if (header.Dashes == dashes && titles.SequenceEqual(header.Titles))
            {
                return header.Columns;
            }
        }

        RowColumns? columns = Solve(titles, dashes) is { } layout ? new RowColumns(layout) : null;
        if (_remembered.Count == MaxRemembered)
        {
            _remembered.RemoveAt(0);
        }

        _remembered.Add(new Header(titles.ToArray(), dashes, columns));
        return columns;
    }

    // A header that was read before.
    private sealed record Header(byte[] Titles, int Dashes, RowColumns? Columns);

    // The titles of a line that has titles for times and descriptions, and no other words; null for any other line.
    private static List<ColumnTitle>? FindTitles(ReadOnlySpan<byte> line)
    {
        var titles = new List<ColumnTitle>();
        bool hasDescription = false;
        for (int start = NextWord(line, 0); start < line.Length; start = NextWord(line, titles[^1].End))
        {
            int length = line[start..].IndexOf((byte)' ');
            int end = length < 0 ? line.Length : start + length;
            ColumnKind? kind = KindOf(Encoding.UTF8.GetString(line[start..end]));
            if (kind is null && hasDescription && (titles[^1].Kind != ColumnKind.Description || line[..start].EndsWith("  "u8)))
            {
                // A column of text may have any title, and is the last. Descriptions are wider than their title, so words directly after it
                // belong to a sentence.
                (kind, end) = (ColumnKind.Attribute, line.Length);
            }

            if (kind is null || titles.Exists(title => title.Kind == kind))
            {
                return null;
            }

            hasDescription |= kind == ColumnKind.Description;
            titles.Add(new ColumnTitle(kind.Value, Encoding.UTF8.GetString(line[start..end]), start, end));
        }

        return hasDescription && titles.Exists(static title => title.Kind == ColumnKind.Time) ? titles : null;
    }

    private static int NextWord(ReadOnlySpan<byte> line, int position)
    {
        int length = line[position..].IndexOfAnyExcept((byte)' ');
        return length < 0 ? line.Length : position + length;
    }

    private static ColumnKind? KindOf(string title) => title switch
    {
        "Fanout" => ColumnKind.Fanout,
        "Cap" => ColumnKind.Capacitance,
        "Slew" => ColumnKind.Slew,
        "Delay" => ColumnKind.Delay,
        "Variation" => ColumnKind.Variation,
        "Time" or "Total" => ColumnKind.Time,
        "Description" => ColumnKind.Description,
        _ => null,
    };

    private TableLayout? Solve(ReadOnlySpan<byte> line, int dashes)
    {
        if (FindTitles(line) is not { } titles)
        {
            return null;
        }

        if (SolveUsual(titles, dashes) is { } usual && HasHeader(usual, line, dashes))
        {
            return usual;
        }

        return _searches++ < MaxSearches && ColumnSearch.Find(titles, dashes) is { } found && HasHeader(found, line, dashes) ? found : null;
    }

    // Whether the table's header would be printed the same. A title that is not UTF-8, for one, would not.
    private static bool HasHeader(TableLayout layout, ReadOnlySpan<byte> line, int dashes)
    {
        var rendered = new TextBuffer(line.Length + 64);
        PathRenderer.WriteTitles(layout, rendered);
        return layout.SeparatorWidth == dashes && rendered.Written.SequenceEqual(line);
    }

    private static TableLayout? SolveUsual(List<ColumnTitle> titles, int dashes)
    {
        int description = titles.FindIndex(title => title.Kind == ColumnKind.Description);
        if (description < 1 || titles[description - 1].Kind != ColumnKind.Time)
        {
            return null;
        }

        // From left to right, width by width. A title that begins where its column does may be wider than the column.
        int timeWidth = titles[description - 1].End - titles[description - 1].Start;
        if (description > 1)
        {
            timeWidth = titles[description - 1].End - titles[description - 2].End - 1;
        }

        var columns = new List<TableColumn>();
        int start = 0;
        for (int i = 0; i < description; i++)
        {
            ColumnTitle title = titles[i];
            int width = title.End - start;
            bool mayBeNarrower = title.Start == start && title.Kind != ColumnKind.Fanout;
            columns.Add(new TableColumn(title.Kind, title.Text, mayBeNarrower ? Math.Min(width, timeWidth) : width));
            start = title.End + 1;
        }

        columns.Add(new TableColumn(ColumnKind.Edge, "", ColumnWidths.Edge));
        int free = dashes - TableLayout.SeparatorExcess;
        foreach (TableColumn column in columns)
        {
            free -= column.Width;
        }

        if (titles.Count > description + 1)
        {
            if (titles[^1].Kind != ColumnKind.Attribute || titles.Count > description + 2)
            {
                return null;
            }

            int descriptionWidth = titles[^1].Start - titles[description].Start - 1;
            columns.Add(new TableColumn(ColumnKind.Description, titles[description].Text, descriptionWidth));
            columns.Add(new TableColumn(ColumnKind.Attribute, titles[^1].Text, free - descriptionWidth));
        }
        else
        {
            int fanout = columns.FindIndex(static column => column is { Kind: ColumnKind.Fanout, Width: ColumnWidths.Fanout });
            if (fanout >= 0 && free == ColumnWidths.Description - 1)
            {
                columns[fanout] = columns[fanout] with { Width = ColumnWidths.NarrowFanout };
                free++;
            }

            columns.Add(new TableColumn(ColumnKind.Description, titles[description].Text, free));
        }

        if (columns.Exists(column => column.Width < 1))
        {
            return null;
        }

        return new TableLayout(columns);
    }
}
