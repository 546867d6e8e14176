namespace Slackline.Reports.Paths;

/// <summary>How wide the tool makes columns of a path's table whose width does not depend on <c>-digits</c>.</summary>
internal static class ColumnWidths
{
    /// <summary>The edge, which has no title.</summary>
    public const int Edge = 1;

    /// <summary>The fanout.</summary>
    public const int Fanout = 6;

    /// <summary>The fanout on 2.0.17, which puts the 6 letters of its title over it.</summary>
    public const int NarrowFanout = 5;

    /// <summary>The description, unless the tool is told otherwise.</summary>
    public const int Description = 36;

    /// <summary>The column of text behind the description.</summary>
    public const int Attribute = 40;
}
