namespace Slackline.Streams.Spooling;

/// <summary>A look at a stream that is kept, without opening it.</summary>
/// <param name="Info">The stream's description.</param>
/// <param name="State">Its state: what it is doing, or how it ended.</param>
/// <param name="Paths">How many paths are acknowledged.</param>
/// <param name="SizeInBytes">Bytes that its files take.</param>
/// <param name="Age">How long ago its last path was written.</param>
public sealed record SpoolSummary(SpoolInfo Info, SpoolState State, long Paths, long SizeInBytes, TimeSpan Age)
{
    /// <summary>Looks at the stream in a folder; null for a folder without a stream.</summary>
    internal static SpoolSummary? Of(string folder)
    {
        if (SpoolInfo.TryRead(folder) is not { } info)
        {
            return null;
        }

        try
        {
            using SpoolIndex index = SpoolIndex.OpenTorn(SpoolFiles.Index(folder), FileAccess.Read);
            return new SpoolSummary(info, StateOf(folder), index.Paths, SpoolFiles.Size(folder), SpoolAge.Of(folder));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            // It is being removed.
            return null;
        }
    }

    /// <summary>The state of the stream in a folder, as far as a process that does not write it can see.</summary>
    internal static SpoolState StateOf(string folder)
    {
        // The lock is checked first: a writer releases the folder after it has written the end.
        bool isWritten = SpoolLock.IsHeldAlone(folder);
        return SpoolEnd.Read(folder)?.State ?? (isWritten ? SpoolState.Writing : SpoolState.Interrupted);
    }
}
