namespace Slackline.Reports;

/// <summary>A source of bytes that can report whether reading would wait.</summary>
internal interface IReadiness
{
    /// <summary>
    /// Waits until bytes (or the end) can be read at once, but no longer than <paramref name="timeout"/>; then a moment more, so that data
    /// collects. False when the timeout passed.
    /// </summary>
    bool WaitForData(TimeSpan timeout);
}
