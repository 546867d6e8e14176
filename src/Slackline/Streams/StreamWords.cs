using Slackline.Streams.Spooling;

namespace Slackline.Streams;

/// <summary>The words for the states of streams, the same in every list and page.</summary>
internal static class StreamWords
{
    /// <summary>The word for a state.</summary>
    public static string Word(this StreamState state) => state switch
    {
        StreamState.Running => "running",
        StreamState.Paused => "paused",
        StreamState.Complete => "complete",
        StreamState.Cancelled => "cancelled",
        StreamState.Faulted => "faulted",
        StreamState.Interrupted => "interrupted",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    /// <summary>The word for a stream on disk. A stream that waits for room there is paused.</summary>
    public static string Word(this SpoolState state) => Word(state switch
    {
        SpoolState.Writing => StreamState.Running,
        SpoolState.WaitingForQuota or SpoolState.DiskFull => StreamState.Paused,
        SpoolState.Complete => StreamState.Complete,
        SpoolState.Cancelled => StreamState.Cancelled,
        SpoolState.Faulted => StreamState.Faulted,
        _ => StreamState.Interrupted,
    });
}
