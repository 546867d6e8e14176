namespace Slackline.Streams.Spooling;

/// <summary>
/// One stream's chunks on disk. As long as this is open, no engine removes or changes the stream's folder; while it is written, other
/// engines can only follow it.
/// </summary>
internal sealed class Spool : IDisposable
{
    private readonly string _folder;
    private readonly SpoolIndex _index;
    private readonly SpoolLock? _lock;
    private readonly Lock _looking = new();
    private volatile SpoolState _end;

    private Spool(string folder, SpoolInfo info, SpoolIndex index, SpoolLock? held, SpoolState end)
    {
        _folder = folder;
        Info = info;
        _index = index;
        _lock = held;
        _end = end;
    }

    /// <summary>The description of the stream.</summary>
    public SpoolInfo Info { get; }

    /// <summary>The folder with its files.</summary>
    public string FolderPath => _folder;

    /// <summary>Adds to the spool; null for a spool opened for reading only, since a spool that has ended is not continued.</summary>
    public SpoolWriter? Writer { get; private init; }

    /// <summary>
    /// The result of recovery, when the engine that wrote the spool had died and this one repaired the spool on opening; otherwise null.
    /// </summary>
    public SpoolRecovery? Recovery { get; private init; }

    /// <summary>The state of the spool: what it is doing, or how it ended.</summary>
    public SpoolState State => Writer?.State ?? _end;

    /// <summary>How many paths were acknowledged.</summary>
    public long Paths => _index.Paths;

    /// <summary>How many chunks were acknowledged.</summary>
    public long Chunks => _index.Count;

    /// <summary>Bytes that its files take.</summary>
    public long SizeInBytes => SpoolFiles.Size(_folder);

    /// <summary>Looks what the engine that writes a followed stream has done meanwhile; a spool of one's own needs no looking.</summary>
    public void Refresh()
    {
        if (Writer is not null || _end != SpoolState.Writing)
        {
            return;
        }

        lock (_looking)
        {
            // The state is read first: a spool that has ended grows no more.
            SpoolState state = SpoolSummary.StateOf(_folder);
            _index.Refresh();
            _end = state;
        }
    }

    /// <summary>A reader of the paths acknowledged so far or later. Dispose of it before the spool.</summary>
    public SpoolReader OpenReader() => new(_folder, _index);

    /// <summary>Ends the writing, as interrupted unless it was ended before, and lets go of the folder.</summary>
    public void Dispose()
    {
        Writer?.Dispose();
        _index.Dispose();
        _lock?.Dispose();
    }

    /// <summary>Begins a spool in a folder that this engine holds alone.</summary>
    internal static Spool Begin(string folder, SpoolInfo info, SpoolLock held, Func<SpoolIndex, SpoolWriter> writer)
    {
        SpoolIndex index = SpoolIndex.OpenTorn(SpoolFiles.Index(folder), FileAccess.ReadWrite);
        return new Spool(folder, info, index, held, SpoolState.Writing) { Writer = writer(index) };
    }

    /// <summary>Opens a spool that another engine writes.</summary>
    internal static Spool Follow(string folder, SpoolInfo info)
    {
        SpoolIndex index = SpoolIndex.OpenTorn(SpoolFiles.Index(folder), FileAccess.Read);
        return new Spool(folder, info, index, held: null, SpoolState.Writing);
    }

    /// <summary>Opens a spool that has no writer, in a folder that this engine holds together with other readers.</summary>
    internal static Spool Open(string folder, SpoolInfo info, SpoolLock held, SpoolRecovery? recovery)
    {
        SpoolEnd? end = SpoolEnd.Read(folder);
        SpoolIndex index = end is null
            ? SpoolIndex.OpenTorn(SpoolFiles.Index(folder), FileAccess.Read)
            : SpoolIndex.OpenWhole(SpoolFiles.Index(folder), end.Paths);
        return new Spool(folder, info, index, held, end?.State ?? SpoolState.Interrupted) { Recovery = recovery };
    }
}
