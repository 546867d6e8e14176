namespace Slackline.Reports.Reading;

/// <summary>Bounds on what a reader waits for. Beyond them it keeps the text verbatim and goes on.</summary>
public sealed record ReportReaderLimits
{
    /// <summary>A line longer than this is kept verbatim, in parts. In bytes; 1 MB by default.</summary>
    public int MaxLineLength { get; init; } = 1_000_000;

    /// <summary>A path longer than this is kept verbatim. In bytes; 16 MB by default.</summary>
    public int MaxBlockLength { get; init; } = 16_000_000;
}
