namespace Slackline.Streams.Spooling;

/// <summary>The states of a spool: what it is doing, or how it ended.</summary>
public enum SpoolState
{
    /// <summary>Chunks are being written.</summary>
    Writing,

    /// <summary>The writer waits: the state directory is at its quota.</summary>
    WaitingForQuota,

    /// <summary>The writer waits: the disk is full.</summary>
    DiskFull,

    /// <summary>All of the stream is there.</summary>
    Complete,

    /// <summary>The stream was cancelled; paths written before that are kept.</summary>
    Cancelled,

    /// <summary>The stream's producer failed; paths written before that are kept.</summary>
    Faulted,

    /// <summary>The engine that wrote it went away; what it acknowledged is there.</summary>
    Interrupted,
}
