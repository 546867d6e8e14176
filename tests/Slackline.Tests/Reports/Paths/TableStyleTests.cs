using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>What rows show of the style of their table, and which rows do not fit the ones before them.</summary>
public class TableStyleTests
{
    // Rows begin with their description, so that they may be padded and wrapped.
    private static readonly RowColumns s_columns = new(new TableLayout(
    [
        new TableColumn(ColumnKind.Description, "Description", 12),
        new TableColumn(ColumnKind.Time, "Time", 8),
        new TableColumn(ColumnKind.Delay, "Delay", 8),
    ]));

    [Theory]
    [InlineData("u1/Z (BUF)       0.10     0.20", "Unknown", "Any", 2)]
    [InlineData("u1/Z (BUF)       0.10", "Trimmed", "Any", 2)]
    [InlineData("u1/Z (BUF)       0.10         ", "Padded", "Any", 2)]
    [InlineData("u1/Z (BUF)       0.10      INF", "Unknown", "Any", 2)]
    [InlineData("u1/Z (BUF)        INF", "Trimmed", "Any", -1)]
    [InlineData("u_long_1/Z (BUF_X1)     0.10     0.20", "Unknown", "None", 2)]
    [InlineData("u_long_1/Z (BUF_X1)", "Trimmed", "None, Spaced", -1)]
    [InlineData("u_long_1/Z (BUF_X1)                 0.10     0.20", "Unknown", "Spaced", 2)]
    [InlineData("u1/Z (BUF)   0.1[0.01]     0.20", null, null, 0)]
    [InlineData("u1/Z (BUF)   0.10[0.01]     0.20", "Unknown", "Any", 2)]
    [InlineData("u1/Z (BUF)      0.100     0.20", null, null, 0)]
    [InlineData("u1/Z (BUF)      0.10      0.20", null, null, 0)]
    [InlineData("u1/Z (BUF)       0.10     0.20 ", null, null, 0)]
    public void A_row_shows_its_padding_its_wrapping_and_its_digits(string line, string? padding, string? wrapping, int digits)
    {
        byte[] text = [.. line.Select(static character => (byte)character)];
        var row = new ScannedRow();
        bool isRow = CellScanner.TryScan(s_columns, text, isSpaced: true, ref row);
        if (!isRow)
        {
            row = new ScannedRow();
            isRow = CellScanner.TryScan(s_columns, text, isSpaced: false, ref row);
        }

        Assert.Equal(padding is not null, isRow);
        if (isRow)
        {
            Assert.Equal((padding, wrapping, digits), (row.Padding.ToString(), ToText(row.Wrapping), row.Numbers.Digits));
        }
    }

    [Fact]
    public void A_description_on_a_line_of_its_own_belongs_to_the_next_line()
    {
        var row = new ScannedRow();
        Assert.True(CellScanner.TryScanWrapped(s_columns, "u_long_1/Z (BUF_X1)"u8, "                 0.10     0.20"u8, ref row));
        Assert.Equal(DescriptionWrapping.OwnLine, row.Wrapping);
        Assert.Equal(0.1, row.Cells.Numbers[RowCells.Time]);

        row = new ScannedRow();
        Assert.False(CellScanner.TryScanWrapped(s_columns, "u_long_1/Z (BUF_X1)"u8, "x                0.10     0.20"u8, ref row));
    }

    [Fact]
    public void Rows_in_different_styles_do_not_stand_in_one_table()
    {
        var style = new TableStyle();
        Assert.True(style.TryAdd(new RowStyle(RowPadding.Unknown, DescriptionWrapping.Any, TableStyle.DigitsUnknown)));
        Assert.Equal((PathShape.None, TableStyle.DigitsUnknown), (style.Shape, style.Digits));

        Assert.True(style.TryAdd(new RowStyle(RowPadding.Padded, DescriptionWrapping.None | DescriptionWrapping.Spaced, 3)));
        Assert.Equal((PathShape.PaddedRows, 3), (style.Shape, style.Digits));

        Assert.False(style.TryAdd(new RowStyle(RowPadding.Trimmed, DescriptionWrapping.Any, 3)));
        Assert.False(style.TryAdd(new RowStyle(RowPadding.Padded, DescriptionWrapping.OwnLine, 3)));
        Assert.False(style.TryAdd(new RowStyle(RowPadding.Padded, DescriptionWrapping.Spaced, 2)));
        Assert.Equal((PathShape.PaddedRows, 3), (style.Shape, style.Digits));

        Assert.True(style.TryAdd(new RowStyle(RowPadding.Unknown, DescriptionWrapping.Spaced, TableStyle.DigitsUnknown)));
        Assert.Equal((PathShape.PaddedRows | PathShape.SpacedDescriptions, 3), (style.Shape, style.Digits));

        style.Clear();
        Assert.True(style.TryAdd(new RowStyle(RowPadding.Trimmed, DescriptionWrapping.OwnLine, 2)));
        Assert.Equal((PathShape.WrappedDescriptions, 2), (style.Shape, style.Digits));
    }

    private static string ToText(DescriptionWrapping wrapping) => wrapping == DescriptionWrapping.Any ? "Any" : wrapping.ToString();
}
