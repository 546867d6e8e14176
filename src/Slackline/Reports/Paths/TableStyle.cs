using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>Whether a row is padded with spaces to the width of the table.</summary>
internal enum RowPadding
{
    /// <summary>The row fills the table, so its padding does not show.</summary>
    Unknown,

    /// <summary>Spaces fill the row up to the width of the table.</summary>
    Padded,

    /// <summary>The row ends after its last cell that is not blank.</summary>
    Trimmed,
}

/// <summary>The ways to print a description that is too long for the first column. A row may fit several of them.</summary>
[Flags]
internal enum DescriptionWrapping
{
    /// <summary>The description pushes the other cells to the right.</summary>
    None = 1,

    /// <summary>The description is on a separate line, and the other cells are in the next line.</summary>
    OwnLine = 2,

    /// <summary>Spaces, as many as the column is wide, follow the description, and then the other cells.</summary>
    Spaced = 4,

    /// <summary>The description fits its column, so its wrapping does not show.</summary>
    Any = None | OwnLine | Spaced,
}

/// <summary>What one row shows of the style of its table.</summary>
/// <param name="Padding">Whether it is padded.</param>
/// <param name="Wrapping">The ways to wrap that it is consistent with.</param>
/// <param name="Digits">Digits after the point of its numbers; <see cref="TableStyle.DigitsUnknown"/> when it has none.</param>
internal readonly record struct RowStyle(RowPadding Padding, DescriptionWrapping Wrapping, int Digits);

/// <summary>
/// The style of one table: padding, wrapping and digits, as its rows have shown them so far. All rows of a table have the same style, so
/// a row in another style does not belong to it.
/// </summary>
internal sealed class TableStyle
{
    /// <summary>No number has shown its digits yet.</summary>
    public const int DigitsUnknown = -1;

    private DescriptionWrapping _wrapping = DescriptionWrapping.Any;

    /// <summary>Whether the rows are padded.</summary>
    public RowPadding Padding { get; private set; }

    /// <summary>Digits after the point of the numbers.</summary>
    public int Digits { get; private set; } = DigitsUnknown;

    /// <summary>Padding and wrapping as a path stores them.</summary>
    public PathShape Shape => (Padding == RowPadding.Padded ? PathShape.PaddedRows : PathShape.None) | _wrapping switch
    {
        DescriptionWrapping.OwnLine => PathShape.WrappedDescriptions,
        DescriptionWrapping.Spaced => PathShape.SpacedDescriptions,
        _ => PathShape.None,
    };

    /// <summary>Begins another table.</summary>
    public void Clear()
    {
        Padding = RowPadding.Unknown;
        _wrapping = DescriptionWrapping.Any;
        Digits = DigitsUnknown;
    }

    /// <summary>Adds what a row shows. False, without a change, when the row contradicts the rows before it.</summary>
    public bool TryAdd(in RowStyle row)
    {
        bool fits = (row.Padding == Padding || row.Padding == RowPadding.Unknown || Padding == RowPadding.Unknown)
            && (row.Wrapping & _wrapping) != 0
            && (row.Digits == Digits || row.Digits == DigitsUnknown || Digits == DigitsUnknown);
        if (!fits)
        {
            return false;
        }

        Padding = row.Padding == RowPadding.Unknown ? Padding : row.Padding;
        _wrapping &= row.Wrapping;
        Digits = row.Digits == DigitsUnknown ? Digits : row.Digits;
        return true;
    }

    /// <summary>Sets the digits of rows that are known to fit otherwise.</summary>
    public void UseDigits(int digits) => Digits = digits;

    /// <summary>Records that a row was not padded although it had room for it.</summary>
    public void UseTrimmed() => Padding = RowPadding.Trimmed;
}
