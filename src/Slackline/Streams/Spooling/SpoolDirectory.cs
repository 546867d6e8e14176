using System.Security.Cryptography;

namespace Slackline.Streams.Spooling;

/// <summary>
/// The state directory: a folder for each stream's spool. Any number of engines use one at the same time; a stream that one of them holds
/// is left alone by the others.
/// </summary>
public sealed class SpoolDirectory
{
    // Others hold a folder for moments only, to see whether it may be removed.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    private const int IdLength = 32;
    private const int ShortestId = 4;

    private readonly SpoolLimits _limits;
    private readonly SpoolQuota _quota;
    private readonly SpoolRetention _retention;

    private SpoolDirectory(string root, SpoolLimits limits)
    {
        Root = root;
        _limits = limits;
        _quota = new SpoolQuota(root, limits.MaxBytes);
        _retention = new SpoolRetention(root, limits);
    }

    /// <summary>Where it is.</summary>
    public string Root { get; }

    /// <summary>
    /// The default directory: <c>$SLACKLINE_STATE</c>, <c>$XDG_STATE_HOME/slackline</c> or <c>~/.local/state/slackline</c>.
    /// </summary>
    public static string DefaultRoot
    {
        get
        {
            if (Environment.GetEnvironmentVariable("SLACKLINE_STATE") is { Length: > 0 } state)
            {
                return Path.GetFullPath(state);
            }

            // The XDG specification: a path that is not absolute is to be ignored.
            return Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { } home && Path.IsPathRooted(home)
                ? Path.Combine(home, "slackline")
                : Path.Combine(
                    Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify),
                    ".local", "state", "slackline");
        }
    }

    /// <summary>The state directory at a place, which is made when it is missing.</summary>
    /// <param name="root">The place; null for <see cref="DefaultRoot"/>.</param>
    /// <param name="limits">Its bounds.</param>
    /// <exception cref="SpoolException">The folder cannot be made.</exception>
    public static SpoolDirectory At(string? root = null, SpoolLimits? limits = null)
    {
        limits ??= new SpoolLimits();
        limits.Validate();
        string path = Path.GetFullPath(root ?? DefaultRoot);
        try
        {
            PrivateFiles.CreateFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException(
                $"Streams cannot be kept in {path}: {e.Message} Make it a folder of yours, or name another one in $SLACKLINE_STATE.", e);
        }

        return new SpoolDirectory(path, limits);
    }

    /// <summary>Begins a spool for a new stream. Streams that need not be kept make room for it first.</summary>
    /// <param name="command">The command whose paths it will hold, or the report's file.</param>
    /// <param name="filter">What must hold of its paths; null for nothing.</param>
    /// <param name="design">The design that the command runs on; null where it is not known.</param>
    internal Spool Create(string command, string? filter = null, string? design = null)
    {
        Sweep();
        var info = new SpoolInfo(RandomNumberGenerator.GetHexString(32, lowercase: true), command, DateTimeOffset.UtcNow)
        {
            Begun = MachineClock.Now,
            Filter = filter,
            Design = design,
        };
        string unfinished = Path.Combine(Root, SpoolRetention.UnfinishedPrefix + info.Id);
        string folder = FolderOf(info.Id);
        PrivateFiles.CreateFolder(unfinished);
        SpoolLock? held = null;
        try
        {
            // It gets its name once it is whole and held.
            held = SpoolLock.Create(unfinished);
            info.Write(unfinished);
            SpoolIndex.Create(SpoolFiles.Index(unfinished)).Dispose();
            Directory.Move(unfinished, folder);
            return Spool.Begin(folder, info, held, index => new SpoolWriter(folder, _limits, index, _quota, _retention));
        }
        catch
        {
            held?.Dispose();
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }

            throw;
        }
    }

    /// <summary>Opens a spool that no engine writes, for reading. One whose engine went away is put in order first.</summary>
    /// <exception cref="SpoolException">There is no such stream, another engine writes it, or another version wrote it.</exception>
    internal Spool Open(string id)
    {
        string folder = FolderOf(CheckId(id));
        SpoolInfo info = SpoolInfo.Read(folder);
        SpoolRecovery? recovery = null;
        if (SpoolEnd.Read(folder) is null)
        {
            recovery = TryRepair(folder);
        }

        SpoolLock held = SpoolLock.TryTake(() => SpoolLock.TryTakeShared(folder), s_patience)
            ?? throw new SpoolException($"Stream {id} is being written by another engine; it can be opened here once that has ended.");
        try
        {
            // Only now it cannot be removed any more.
            info = SpoolInfo.Read(folder);
            return Spool.Open(folder, info, held, recovery);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>The streams that are there, in no order.</summary>
    public IEnumerable<SpoolInfo> List()
    {
        foreach (string folder in Folders())
        {
            if (SpoolInfo.TryRead(folder) is { } info)
            {
                yield return info;
            }
        }
    }

    /// <summary>The existing streams and their states, those that other engines write included; the youngest first.</summary>
    public IReadOnlyList<SpoolSummary> Summaries() =>
        [.. Folders().Select(SpoolSummary.Of).OfType<SpoolSummary>().OrderBy(summary => summary.Age)];

    /// <summary>Removes a stream, also one of another version.</summary>
    /// <exception cref="SpoolException">There is no such stream, or it is in use: a writer or a reader holds it.</exception>
    public void Remove(string id)
    {
        string folder = FolderOf(CheckId(id));
        if (!Directory.Exists(folder))
        {
            throw SpoolInfo.NotThere(folder);
        }

        if (!SpoolRetention.TryRemove(folder))
        {
            throw new SpoolException($"Stream {id} is in use; it can be removed once no program writes or reads it.");
        }
    }

    /// <summary>Removes the streams that are not in use and need not be kept, and returns their ids.</summary>
    public IReadOnlyList<string> Sweep() => _retention.Sweep();

    /// <summary>
    /// Opens a spool for reading also while another engine writes it; later acknowledged paths become visible with
    /// <see cref="Spool.Refresh"/>.
    /// </summary>
    /// <exception cref="SpoolException">There is no such stream, or another version wrote it.</exception>
    internal Spool Follow(string id)
    {
        string folder = FolderOf(CheckId(id));
        return SpoolSummary.StateOf(folder) == SpoolState.Writing ? Spool.Follow(folder, SpoolInfo.Read(folder)) : Open(id);
    }

    /// <summary>Whether a text could be a stream's id: 32 hexadecimal digits.</summary>
    public static bool IsId(string name) => name.Length == IdLength && name.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether a text could be a stream's id, or a prefix of one long enough to identify it.</summary>
    public static bool MayBeId(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is >= ShortestId and <= IdLength && name.All(char.IsAsciiHexDigitLower);
    }

    /// <summary>The stream whose id begins so; null for a text that can be no id.</summary>
    /// <exception cref="SpoolException">No stream's id begins so, or several do.</exception>
    public string? Find(string beginning)
    {
        if (!MayBeId(beginning))
        {
            return null;
        }

        if (beginning.Length == IdLength)
        {
            return beginning;
        }

        string[] found =
        [
            .. Folders().Select(static folder => Path.GetFileName(folder)).Where(id => id.StartsWith(beginning, StringComparison.Ordinal)),
        ];
        return found.Length switch
        {
            1 => found[0],
            0 => throw new SpoolException($"There is no stream whose id begins with {beginning}."),
            _ => throw new SpoolException($"{found.Length} streams have ids that begin with {beginning}: give more of its digits."),
        };
    }

    private static string CheckId(string id) =>
        IsId(id) ? id : throw new SpoolException($"\"{id}\" is no stream's id: those are 32 hexadecimal digits.");

    private string[] Folders()
    {
        try
        {
            return [.. Directory.EnumerateDirectories(Root).Where(static folder => IsId(Path.GetFileName(folder)))];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpoolException(
                $"The streams in {Root} cannot be listed: {e.Message} Make it a folder of yours, or name another one in $SLACKLINE_STATE.",
                e);
        }
    }

    private string FolderOf(string id) => Path.Combine(Root, id);

    // Null when another engine holds it: it is being written or recovered, or a reader that could not recover it has it open.
    private static SpoolRecovery? TryRepair(string folder)
    {
        using SpoolLock? alone = SpoolLock.TryTake(() => SpoolLock.TryTakeAlone(folder), s_patience);
        return alone is not null && SpoolEnd.Read(folder) is null ? SpoolRepair.Run(folder) : null;
    }
}
