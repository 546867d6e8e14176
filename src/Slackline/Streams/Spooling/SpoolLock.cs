using System.Diagnostics;

namespace Slackline.Streams.Spooling;

/// <summary>
/// A hold on a stream's folder, which ends with the process at the latest. A writer, a recovery or a removal holds it alone; readers
/// hold it together.
/// </summary>
internal sealed class SpoolLock : IDisposable
{
    private readonly FileStream _file;

    private SpoolLock(FileStream file) => _file = file;

    /// <summary>Makes the lock of a new folder and takes it alone.</summary>
    public static SpoolLock Create(string folder) =>
        new(PrivateFiles.Open(FileOf(folder), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));

    /// <summary>Takes a folder alone. Null when another holder has it, or it has no lock.</summary>
    public static SpoolLock? TryTakeAlone(string folder) => TryTake(folder, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Takes a folder together with other readers. Null when a holder has it alone, or it has no lock.</summary>
    public static SpoolLock? TryTakeShared(string folder) => TryTake(folder, FileAccess.Read, FileShare.Read);

    /// <summary>Whether a folder has a lock, taken or not.</summary>
    public static bool Exists(string folder) => File.Exists(FileOf(folder));

    /// <summary>Whether a holder has a folder alone: it writes, recovers or removes the stream.</summary>
    public static bool IsHeldAlone(string folder)
    {
        using SpoolLock? held = TryTakeShared(folder);
        return held is null && Exists(folder);
    }

    /// <summary>Tries again for a while: others hold a folder for moments only to look whether it may be removed.</summary>
    public static SpoolLock? TryTake(Func<SpoolLock?> take, TimeSpan patience)
    {
        for (long start = Stopwatch.GetTimestamp(); ; Thread.Sleep(10))
        {
            SpoolLock? taken = take();
            if (taken is not null || Stopwatch.GetElapsedTime(start) > patience)
            {
                return taken;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static SpoolLock? TryTake(string folder, FileAccess access, FileShare share)
    {
        try
        {
            return new SpoolLock(PrivateFiles.Open(FileOf(folder), FileMode.Open, access, share));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string FileOf(string folder) => Path.Combine(folder, "lock");
}
