namespace Slackline.Streams.Spooling;

/// <summary>
/// One stream's chunks on disk. As long as this is open, no engine removes or changes the stream's folder; while it is written, no other
/// engine opens it.
/// </summary>
public sealed class Spool : IDisposable
{
    private readonly string _folder;
    private readonly SpoolIndex _index;
    private readonly SpoolLock _lock;
    private readonly SpoolState _end;

    private Spool(string folder, SpoolInfo info, SpoolIndex index, SpoolLock held, SpoolState end)
    {
        _folder = folder;
        Info = info;
        _index = index;
        _lock = held;
        _end = end;
    }

    /// <summary>What the spool is of.</summary>
    public SpoolInfo Info { get; }

    /// <summary>The folder with its files.</summary>
    public string FolderPath => _folder;

    /// <summary>Adds to the spool; null for one that was only opened: what has ended is not continued.</summary>
    public SpoolWriter? Writer { get; private init; }

    /// <summary>What was found on opening, when the engine that wrote the spool had gone away and this one put it in order; otherwise null.</summary>
    public SpoolRecovery? Recovery { get; private init; }

    /// <summary>What the spool is doing, or how it ended.</summary>
    public SpoolState State => Writer?.State ?? _end;

    /// <summary>How many paths were acknowledged.</summary>
    public long Paths => _index.Paths;

    /// <summary>How many chunks were acknowledged.</summary>
    public long Chunks => _index.Count;

    /// <summary>Bytes that its files take.</summary>
    public long SizeInBytes => SpoolFiles.Size(_folder);

    /// <summary>A reader of what was acknowledged, now or later. To be disposed of before the spool.</summary>
    public SpoolReader OpenReader() => new(_folder, _index);

    /// <summary>Ends the writing, as interrupted unless it was ended before, and lets go of the folder.</summary>
    public void Dispose()
    {
        Writer?.Dispose();
        _index.Dispose();
        _lock.Dispose();
    }

    /// <summary>Begins a spool in a folder that this engine holds alone.</summary>
    internal static Spool Begin(string folder, SpoolInfo info, SpoolLock held, Func<SpoolIndex, SpoolWriter> writer)
    {
        SpoolIndex index = SpoolIndex.OpenTorn(SpoolFiles.Index(folder), FileAccess.ReadWrite);
        return new Spool(folder, info, index, held, SpoolState.Writing) { Writer = writer(index) };
    }

    /// <summary>Opens a spool that nobody writes, in a folder that this engine holds together with other readers.</summary>
    internal static Spool Open(string folder, SpoolInfo info, SpoolLock held, SpoolRecovery? recovery)
    {
        SpoolEnd? end = SpoolEnd.Read(folder);
        SpoolIndex index = end is null
            ? SpoolIndex.OpenTorn(SpoolFiles.Index(folder), FileAccess.Read)
            : SpoolIndex.OpenWhole(SpoolFiles.Index(folder), end.Paths);
        return new Spool(folder, info, index, held, end?.State ?? SpoolState.Interrupted) { Recovery = recovery };
    }
}
