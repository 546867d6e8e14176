namespace Slackline.Cli.Output;

/// <summary>Fits a table to a terminal: texts give up their middle.</summary>
internal static class TableWidths
{
    private const int Gap = 2;
    private const int NarrowestName = 12;
    private const int NarrowestText = 4;

    /// <summary>The width of a whole line.</summary>
    public static int Sum(IEnumerable<int> widths) => widths.Sum(static width => width + Gap) - Gap;

    /// <summary>
    /// Narrows columns until a line keeps to a width, if they can be so narrow: first those of long names, then all texts.
    /// </summary>
    /// <param name="widths">The columns' widths; changed.</param>
    /// <param name="names">Columns of instances and pins.</param>
    /// <param name="texts">Other columns of text.</param>
    /// <param name="width">Characters on a line; 0 where it may be as long as it is.</param>
    public static void Fit(int[] widths, IEnumerable<int> names, IEnumerable<int> texts, int width)
    {
        if (width > 0)
        {
            Share(widths, [.. names], NarrowestName, width - 1);
            Share(widths, [.. names, .. texts], NarrowestText, width - 1);
        }
    }

    /// <summary>A text without its middle: the end of a long name is more informative than the beginning.</summary>
    public static string Shorten(string text, int width)
    {
        int tail = (width - 1) * 2 / 3;
        return text.Length <= width ? text : string.Concat(text.AsSpan(0, width - 1 - tail), "…", text.AsSpan(text.Length - tail));
    }

    // The columns share what the others leave; what a narrow one does not need is the others'.
    private static void Share(int[] widths, int[] columns, int narrowest, int width)
    {
        int left = width - Sum(widths) + columns.Sum(i => widths[i]);
        int[] narrowFirst = [.. columns.OrderBy(i => widths[i])];
        for (int i = 0; i < narrowFirst.Length; i++)
        {
            int share = Math.Min(widths[narrowFirst[i]], Math.Max(narrowest, left / (narrowFirst.Length - i)));
            widths[narrowFirst[i]] = share;
            left -= share;
        }
    }
}
