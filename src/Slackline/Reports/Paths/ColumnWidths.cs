namespace Slackline.Reports.Paths;

/// <summary>The widths of those columns of a path's table that do not depend on <c>-digits</c>.</summary>
internal static class ColumnWidths
{
    /// <summary>The edge, which has no title.</summary>
    public const int Edge = 1;

    /// <summary>The fanout.</summary>
    public const int Fanout = 6;

    /// <summary>The fanout in 2.0.17, which prints the six letters of its title over it.</summary>
    public const int NarrowFanout = 5;

    /// <summary>The description, by default.</summary>
    public const int Description = 36;

    /// <summary>The column of text after the description.</summary>
    public const int Attribute = 40;
}
