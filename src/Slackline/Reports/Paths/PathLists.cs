namespace Slackline.Reports.Paths;

/// <summary>Helpers shared by the lists of paths (end, summary, slack_only).</summary>
internal static class PathLists
{
    private const int MaxWidth = 1000;

    /// <summary>Whether a column can be this wide.</summary>
    public static bool IsWidth(int width) => width is > 0 and <= MaxWidth;

    /// <summary>Writes a pin and its cell, padded.</summary>
    public static void WritePin(ReadOnlySpan<byte> pin, ReadOnlySpan<byte> cell, int width, TextBuffer output)
    {
        output.Write(pin);
        output.Write(" ("u8);
        output.Write(cell);
        output.WriteLeft(")"u8, width - pin.Length - cell.Length - 2);
    }

    /// <summary>
    /// Writes a space and a number in its column. NaN prints as INF: there is no number because nothing constrains the path.
    /// </summary>
    public static void WriteNumber(double value, int digits, int width, TextBuffer output)
    {
        Span<byte> text = stackalloc byte[DecimalText.MaxLength];
        int length = DecimalText.Write(double.IsNaN(value) ? double.PositiveInfinity : value, digits, text);
        output.Write(" "u8);
        output.WriteRight(text[..length], width);
    }
}
