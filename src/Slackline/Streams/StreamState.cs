namespace Slackline.Streams;

/// <summary>The states of a stream.</summary>
public enum StreamState
{
    /// <summary>The producer works, or waits for the tool.</summary>
    Running,

    /// <summary>The buffer is full: the producer has stopped reading until the consumer has caught up.</summary>
    Paused,

    /// <summary>All was produced.</summary>
    Complete,

    /// <summary>It was cancelled; paths produced before that can still be read.</summary>
    Cancelled,

    /// <summary>The producer failed; paths produced before that can still be read.</summary>
    Faulted,

    /// <summary>The engine that produced it went away; what it had acknowledged can be read.</summary>
    Interrupted,
}
