namespace Slackline.Reports;

/// <summary>How an attempt to read a block ended.</summary>
internal enum ReadStatus
{
    /// <summary>The block is whole and was read.</summary>
    Whole,

    /// <summary>So far it may be such a block, but its end has not come.</summary>
    NeedsMore,

    /// <summary>The text is not, or not to its end, such a block.</summary>
    Broken,
}
