namespace Slackline.Streams.Spooling;

/// <summary>A look at a stream that is kept, without opening it.</summary>
/// <param name="Info">What it is of.</param>
/// <param name="State">What it is doing, or how it ended.</param>
/// <param name="Paths">How many paths are acknowledged.</param>
/// <param name="SizeInBytes">Bytes that its files take.</param>
/// <param name="Age">How long ago its last path was written.</param>
public sealed record SpoolSummary(SpoolInfo Info, SpoolState State, long Paths, long SizeInBytes, TimeSpan Age)
{
    /// <summary>Looks at the stream in a folder; null where there is none.</summary>
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

    /// <summary>What the stream in a folder is doing, as far as one who does not write it can tell.</summary>
    internal static SpoolState StateOf(string folder)
    {
        // In this order: whoever has written the end lets go of the folder afterwards.
        bool isWritten = SpoolLock.IsHeldAlone(folder);
        return SpoolEnd.Read(folder)?.State ?? (isWritten ? SpoolState.Writing : SpoolState.Interrupted);
    }
}
