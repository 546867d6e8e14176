namespace Slackline.Reports;

/// <summary>A source of bytes that can tell whether reading would wait.</summary>
internal interface IReadiness
{
    /// <summary>Waits until bytes (or the end) can be read at once, but no longer than <paramref name="timeout"/>, and a moment more to let what comes gather; false when it passed.</summary>
    bool WaitForData(TimeSpan timeout);
}
