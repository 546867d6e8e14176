namespace Slackline.Sessions;

/// <summary>
/// Kills the tool's process and everything it forked when Slackline ends, by whatever cause. A watcher in the tool's process group waits
/// for the end of a FIFO that only Slackline holds open, and then kills the group. (The kernel's own "kill me when my parent dies" does
/// not reach forked children.)
/// </summary>
internal sealed class ParentDeathWatch : IDisposable
{
    /// <summary>
    /// A shell script that starts the watcher and becomes the tool. Its arguments are this FIFO, Slackline's process, then the tool's
    /// command. It exits at once when Slackline has ended already, since no end of the FIFO would then be reported.
    /// </summary>
    public const string Script = """[ "$PPID" = "$2" ] || exit 1; exec 9<"$1"; (cat <&9; kill -KILL 0) </dev/null >/dev/null 2>&1 & shift 2; exec "$@" 9<&-""";

    private int _descriptor;

    /// <summary>Creates the FIFO and holds it open.</summary>
    /// <exception cref="IOException">It cannot be made or opened.</exception>
    public ParentDeathWatch(string path)
    {
        Path = path;
        if (Posix.MakeFifo(path, Convert.ToUInt32("600", 8)) != 0)
        {
            throw Posix.Failure($"Cannot make the FIFO {path}");
        }

        _descriptor = Posix.Open(path, Posix.ReadWrite | Posix.CloseOnExec);
        if (_descriptor < 0)
        {
            throw Posix.Failure($"Cannot open the FIFO {path}");
        }
    }

    /// <summary>The FIFO.</summary>
    public string Path { get; }

    /// <summary>
    /// Kills a process and its whole group. The watcher is in that group, so its number cannot belong to another group before that.
    /// </summary>
    public static void KillGroup(int leader) => _ = Posix.Kill(-leader, Posix.SignalKill);

    /// <summary>Closes the FIFO, which makes the watcher kill the group.</summary>
    public void Dispose()
    {
        int descriptor = Interlocked.Exchange(ref _descriptor, -1);
        if (descriptor >= 0)
        {
            _ = Posix.Close(descriptor);
        }
    }
}
