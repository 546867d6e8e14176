using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Finds the widths of a path table's columns when the user has set their order (<c>set_report_path_field_order</c>). The title line does
/// not show where the edge is, which has no title, nor where a description ends that has numbers after it. So layouts are tried until one
/// has the same titles and dashes. All numbers are assumed to have the same width, as they have by default.
/// </summary>
internal static class ColumnSearch
{
    private const int WidestNumber = 40;

    private static readonly int[] s_fanoutWidths = [ColumnWidths.Fanout, ColumnWidths.NarrowFanout];

    /// <summary>
    /// The layout with these titles and this number of dashes, preferably with descriptions of the default width, then with edges; null
    /// when there is none.
    /// </summary>
    public static TableLayout? Find(IReadOnlyList<ColumnTitle> titles, int dashes)
    {
        TableLayout? found = null;
        ReadOnlySpan<int> fanoutWidths = titles.Any(static title => title.Kind == ColumnKind.Fanout)
            ? s_fanoutWidths
            : s_fanoutWidths.AsSpan(0, 1);
        int lastEdge = titles[^1].Kind == ColumnKind.Attribute ? titles.Count - 1 : titles.Count;
        for (int number = 1; number <= WidestNumber; number++)
        {
            foreach (int fanout in fanoutWidths)
            {
                // An edge at -1 means a table without edges. Nothing shows an edge after a column of text.
                for (int edge = -1; edge <= lastEdge; edge++)
                {
                    int description = DescriptionWidth(titles, dashes, number, fanout, hasEdge: edge >= 0);
                    if (HasTitlesInPlace(titles, number, fanout, description, edge)
                        && Make(titles, number, fanout, description, edge) is var layout
                        && (found is null || Preference(layout) > Preference(found)))
                    {
                        found = layout;
                    }
                }
            }
        }

        return found;
    }

    private static int Preference(TableLayout layout) =>
        (layout.DescriptionWidth == ColumnWidths.Description ? 2 : 0) + (layout.Contains(ColumnKind.Edge) ? 1 : 0);

    // The description gets the width that the dashes leave.
    private static int DescriptionWidth(IReadOnlyList<ColumnTitle> titles, int dashes, int number, int fanout, bool hasEdge)
    {
        int free = dashes - TableLayout.SeparatorExcess - (hasEdge ? ColumnWidths.Edge : 0);
        foreach (ColumnTitle title in titles)
        {
            free -= Width(title.Kind, number, fanout, description: 0);
        }

        return free;
    }

    private static int Width(ColumnKind kind, int number, int fanout, int description) => kind switch
    {
        ColumnKind.Description => description,
        ColumnKind.Attribute => ColumnWidths.Attribute,
        ColumnKind.Fanout => fanout,
        _ => number,
    };

    // Whether the titles would be printed at these places. A title that is wider than its column pushes the others to the right.
    private static bool HasTitlesInPlace(IReadOnlyList<ColumnTitle> titles, int number, int fanout, int description, int edge)
    {
        int position = 0;
        for (int i = 0; i < titles.Count; i++)
        {
            position += i == edge ? ColumnWidths.Edge + 1 : 0;
            ColumnTitle title = titles[i];
            int length = title.End - title.Start;
            int width = Math.Max(Width(title.Kind, number, fanout, description), length);
            bool isAtLeft = title.Kind is ColumnKind.Description or ColumnKind.Attribute;
            if (title.Start != position + (isAtLeft ? 0 : width - length))
            {
                return false;
            }

            position += width + 1;
        }

        return description >= titles.First(static title => title.Kind == ColumnKind.Description).Text.Length;
    }

    private static TableLayout Make(IReadOnlyList<ColumnTitle> titles, int number, int fanout, int description, int edge)
    {
        List<TableColumn> columns = [.. titles.Select(
            title => new TableColumn(title.Kind, title.Text, Width(title.Kind, number, fanout, description)))];
        if (edge >= 0)
        {
            columns.Insert(edge, new TableColumn(ColumnKind.Edge, "", ColumnWidths.Edge));
        }

        return new TableLayout(columns);
    }
}
