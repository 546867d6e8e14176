using CsCheck;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Makes the layouts that <c>-fields</c> and <c>-digits</c> can ask for, and some in an order of columns that <c>set_report_path_field_order</c> asked for.</summary>
internal static class TableLayoutGen
{
    private static readonly ColumnKind[] s_optional = [ColumnKind.Fanout, ColumnKind.Capacitance, ColumnKind.Slew, ColumnKind.Variation];

    /// <summary>Any layout for numbers with <paramref name="digits"/> digits after the point.</summary>
    public static Gen<TableLayout> ForDigits(int digits) => Gen.Frequency((3, InUsualOrder(digits)), (1, InUsualOrder(digits).Where(static layout => layout.DescriptionWidth == 36).SelectMany(Reordered)));

    private static Gen<TableLayout> InUsualOrder(int digits) => Gen.Select(
        Gen.Bool.Array[s_optional.Length],
        Gen.Int[5, 8],
        Gen.OneOf("Time", "Total"),
        Gen.OneOf(5, 6),
        Gen.Frequency((3, Gen.Const(36)), (1, Gen.Int[30, 80].Where(static width => width != 35))),
        Gen.OneOf("", "", "Src Attr", "Orig Name"),
        (chosen, excess, time, fanoutWidth, descriptionWidth, attribute) =>
            Layout(s_optional.Where((_, i) => chosen[i]).ToHashSet(), digits + excess, time, fanoutWidth, descriptionWidth, attribute));

    // The column of text stays the last one. The titles settle where the edge stands only beside descriptions of the usual width.
    private static Gen<TableLayout> Reordered(TableLayout layout)
    {
        TableColumn[] attribute = [.. layout.Columns.Where(static column => column.Kind == ColumnKind.Attribute)];
        return Gen.Shuffle(layout.Columns.Except(attribute).ToArray()).Select(columns => new TableLayout([.. columns, .. attribute]));
    }

    private static TableLayout Layout(HashSet<ColumnKind> optional, int width, string time, int fanoutWidth, int descriptionWidth, string attribute)
    {
        var columns = new List<TableColumn>();
        Add(ColumnKind.Fanout, "Fanout", FanoutWidth());
        Add(ColumnKind.Capacitance, "Cap", width);
        Add(ColumnKind.Slew, "Slew", width);
        columns.Add(new TableColumn(ColumnKind.Delay, "Delay", width));
        Add(ColumnKind.Variation, "Variation", width);
        columns.Add(new TableColumn(ColumnKind.Time, time, width));
        columns.Add(new TableColumn(ColumnKind.Edge, "", 1));
        columns.Add(new TableColumn(ColumnKind.Description, "Description", descriptionWidth));
        if (attribute.Length > 0)
        {
            columns.Add(new TableColumn(ColumnKind.Attribute, attribute, 40));
        }

        return new TableLayout(columns);

        // The titles settle a narrow Fanout (2.0.17) only beside descriptions of the usual width, and that version has no attributes.
        int FanoutWidth() => attribute.Length == 0 && descriptionWidth == 36 ? fanoutWidth : 6;

        void Add(ColumnKind kind, string title, int columnWidth)
        {
            if (optional.Contains(kind))
            {
                columns.Add(new TableColumn(kind, title, columnWidth));
            }
        }
    }
}
