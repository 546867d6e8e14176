using Slackline.Service.Streams;

namespace Slackline.Mcp.Tools;

/// <summary>Waits for streams as long as a client asks for.</summary>
internal static class StreamWait
{
    /// <summary>The time that <c>wait_seconds</c> gives.</summary>
    /// <exception cref="ToolInputException">It is out of range.</exception>
    public static TimeSpan Time(int seconds) => seconds is >= 0 and <= 300
        ? TimeSpan.FromSeconds(seconds)
        : throw new ToolInputException($"wait_seconds is {seconds}; it must be from 0 to 300.");

    /// <summary>
    /// Waits until no more paths come, or the time is over. Returns the note on an answer that is not made from all paths; null when it is.
    /// </summary>
    public static async Task<string?> ForAllAsync(KeptStream stream, int seconds, CancellationToken cancellation)
    {
        await stream.WaitForEndAsync(Time(seconds), cancellation).ConfigureAwait(false);
        return stream.Partial is { } partial
            ? $"PARTIAL: {partial}.{(stream.HasEnded ? "" : " Ask again with a larger wait_seconds for all of them.")}"
            : null;
    }
}
