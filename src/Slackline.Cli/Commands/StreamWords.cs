using Slackline.Streams;
using Slackline.Streams.Spooling;

namespace Slackline.Cli.Commands;

/// <summary>What streams are doing, in the command's words.</summary>
internal static class StreamWords
{
    public static string Of(StreamState state) => state switch
    {
        StreamState.Running => "running",
        StreamState.Paused => "paused",
        StreamState.Complete => "complete",
        StreamState.Cancelled => "cancelled",
        StreamState.Faulted => "faulted",
        StreamState.Interrupted => "interrupted",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no such state."),
    };

    public static string Of(SpoolState state) => Of(state switch
    {
        SpoolState.Writing => StreamState.Running,
        SpoolState.WaitingForQuota or SpoolState.DiskFull => StreamState.Paused,
        SpoolState.Complete => StreamState.Complete,
        SpoolState.Cancelled => StreamState.Cancelled,
        SpoolState.Faulted => StreamState.Faulted,
        _ => StreamState.Interrupted,
    });
}
