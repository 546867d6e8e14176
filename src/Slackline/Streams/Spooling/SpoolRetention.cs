namespace Slackline.Streams.Spooling;

/// <summary>Removes streams that are not in use: those too old, and the oldest when all of them together take too much.</summary>
internal sealed class SpoolRetention(string root, SpoolLimits limits)
{
    /// <summary>Names of folders that are being made, and being removed.</summary>
    public const string UnfinishedPrefix = ".new-";
    private const string RemovedPrefix = ".old-";

    // Longer than it takes to make a folder and to lock it.
    private static readonly TimeSpan s_moment = TimeSpan.FromMinutes(1);

    /// <summary>Removes what need not be kept and returns the ids of those streams.</summary>
    public IReadOnlyList<string> Sweep()
    {
        var removed = new List<string>();
        RemoveLeftovers();
        long unheld = 0;
        foreach (Candidate stream in Candidates().OrderBy(stream => stream.Age))
        {
            if (!SpoolLock.IsHeldAlone(stream.Folder)
                && (stream.Age >= limits.KeepFor || (unheld += SpoolFiles.Size(stream.Folder)) > limits.KeepBytes)
                && TryRemove(stream.Folder))
            {
                removed.Add(Path.GetFileName(stream.Folder));
            }
        }

        return removed;
    }

    private readonly record struct Candidate(string Folder, TimeSpan Age);

    private IEnumerable<Candidate> Candidates() =>
        from folder in Directory.EnumerateDirectories(root)
        where SpoolDirectory.IsId(Path.GetFileName(folder))
        select new Candidate(folder, SpoolAge.Of(folder));

    /// <summary>Removes a stream's folder; false when it is in use.</summary>
    public static bool TryRemove(string folder)
    {
        using SpoolLock? held = SpoolLock.TryTakeAlone(folder);
        if (held is null)
        {
            return false;
        }

        // The folder is renamed first, so that no reader finds half a stream.
        string removed = Path.Combine(Path.GetDirectoryName(folder)!, RemovedPrefix + Path.GetFileName(folder));
        Directory.Move(folder, removed);
        Remove(removed);
        return true;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Another engine was quicker.
        }
    }

    // Folders whose engine went away while it made or removed them.
    private void RemoveLeftovers()
    {
        foreach (string folder in Directory.EnumerateDirectories(root, ".*").Where(IsLeftover))
        {
            if (Directory.GetLastWriteTimeUtc(folder) < DateTime.UtcNow - s_moment && !SpoolLock.IsHeldAlone(folder))
            {
                Remove(folder);
            }
        }
    }

    private static bool IsLeftover(string folder) =>
        Path.GetFileName(folder) is var name
            && (name.StartsWith(UnfinishedPrefix, StringComparison.Ordinal) || name.StartsWith(RemovedPrefix, StringComparison.Ordinal));
}
