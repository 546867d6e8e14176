namespace Slackline.Mcp.Pages;

/// <summary>How much of each path a page gives.</summary>
internal enum PageDetail
{
    /// <summary>A row of numbers and names.</summary>
    Summary,

    /// <summary>The row, and the points that the data goes through.</summary>
    Points,

    /// <summary>The path as the tool prints it.</summary>
    Text,
}
