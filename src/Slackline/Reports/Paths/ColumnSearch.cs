using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Finds how wide the columns of a path's table are when they stand in an order of the user's own (<c>set_report_path_field_order</c>). The title line does
/// not show where the edge stands, which has no title, nor where a description ends that is followed by numbers: so layouts are tried until one has the
/// same titles and dashes. All numbers are taken to have the same width, as the tool gives them unless it is told otherwise.
/// </summary>
internal static class ColumnSearch
{
    private const int WidestNumber = 40;
    private const int UsualDescriptionWidth = 36;
    private const int AttributeWidth = 40;
    private const int EdgeWidth = 1;

    // 2.0.17 puts the 6 letters of Fanout over a column of 5.
    private static readonly int[] _fanoutWidths = [6, 5];

    /// <summary>The layout with these titles and so many dashes, preferably with descriptions of the usual width, then with edges; null when there is none.</summary>
    public static TableLayout? Find(IReadOnlyList<(ColumnKind Kind, string Text)> titles, ReadOnlySpan<byte> line, int dashes)
    {
        TableLayout? found = null;
        ReadOnlySpan<int> fanoutWidths = titles.Any(static title => title.Kind == ColumnKind.Fanout) ? _fanoutWidths : _fanoutWidths.AsSpan(0, 1);
        int lastEdge = titles[^1].Kind == ColumnKind.Attribute ? titles.Count - 1 : titles.Count;
        var rendered = new TextBuffer(line.Length + 64);
        for (int number = 1; number <= WidestNumber; number++)
        {
            foreach (int fanout in fanoutWidths)
            {
                // A place of -1 stands for a table without edges. Behind a column of text nothing can be told from it.
                for (int edge = -1; edge <= lastEdge; edge++)
                {
                    if (Make(titles, dashes, number, fanout, edge) is not { } layout)
                    {
                        continue;
                    }

                    rendered.Clear();
                    PathRenderer.WriteTitles(layout, rendered);
                    if (rendered.Written.SequenceEqual(line) && (found is null || Preference(layout) > Preference(found)))
                    {
                        found = layout;
                    }
                }
            }
        }

        return found;
    }

    private static int Preference(TableLayout layout) =>
        (layout.DescriptionWidth == UsualDescriptionWidth ? 2 : 0) + (layout.Contains(ColumnKind.Edge) ? 1 : 0);

    // The description is as wide as the dashes leave room for.
    private static TableLayout? Make(IReadOnlyList<(ColumnKind Kind, string Text)> titles, int dashes, int number, int fanout, int edge)
    {
        var columns = new List<TableColumn>(titles.Count + 1);
        int free = dashes - TableLayout.SeparatorExcess;
        int description = 0;
        for (int i = 0; i <= titles.Count; i++)
        {
            if (i == edge)
            {
                columns.Add(new TableColumn(ColumnKind.Edge, "", EdgeWidth));
                free -= EdgeWidth;
            }

            if (i == titles.Count)
            {
                break;
            }

            (ColumnKind kind, string text) = titles[i];
            int width = kind switch
            {
                ColumnKind.Description => 0,
                ColumnKind.Attribute => AttributeWidth,
                ColumnKind.Fanout => fanout,
                _ => number,
            };
            description = kind == ColumnKind.Description ? columns.Count : description;
            columns.Add(new TableColumn(kind, text, width));
            free -= width;
        }

        if (free < columns[description].Title.Length)
        {
            return null;
        }

        columns[description] = columns[description] with { Width = free };
        return new TableLayout(columns);
    }
}
