using System.Runtime.InteropServices;
using Slackline.Reports;

namespace Slackline.Sessions;

/// <summary>
/// The reading end of a FIFO. It can be opened before a writer exists, waits no longer than the given time (and a moment more to let
/// data collect), and stops waiting when it is cancelled. Not reading is what pauses the tool: its write blocks once the pipe is full.
/// </summary>
internal sealed class FifoReader : ForwardStream, IReadiness
{
    // The most a process may ask for without privileges; a refusal is harmless.
    private const int PipeSize = 1 << 20;
    // For this many checks nothing must arrive before the writer is looked at.
    private const int IdleChecks = 5;

    // OpenSTA writes a few kB at a time, and waking for every write would preempt it. After the first 256 kB we therefore wait 2 ms so
    // that data collects in the pipe, which has room for it; before that we read at once, to keep the latency of the first paths low.
    private const int Beginning = 256 * 1024;
    private static readonly TimeSpan s_gathering = TimeSpan.FromMilliseconds(2);

    private static readonly TimeSpan s_check = TimeSpan.FromMilliseconds(20);

    private readonly bool _canGather;
    private int _descriptor;
    private long _received;
    private volatile bool _abandoned;

    /// <summary>Makes the FIFO and opens it.</summary>
    /// <exception cref="IOException">It cannot be made or opened.</exception>
    /// <param name="path">Where.</param>
    /// <param name="cancellation">Ends the waiting, and with it the reading.</param>
    /// <param name="gathers">Whether much comes, so that it is better read in large pieces than at once.</param>
    public FifoReader(string path, CancellationToken cancellation, bool gathers = false)
    {
        Path = path;
        Cancellation = cancellation;
        if (Posix.MakeFifo(path, Convert.ToUInt32("600", 8)) != 0)
        {
            throw Posix.Failure($"Cannot make the FIFO {path}");
        }

        _descriptor = Posix.Open(path, Posix.ReadOnlyNonBlocking | Posix.CloseOnExec);
        if (_descriptor < 0)
        {
            throw Posix.Failure($"Cannot open the FIFO {path}");
        }

        _canGather = Posix.Control(_descriptor, Posix.SetPipeSize, PipeSize) >= PipeSize && gathers;
    }

    /// <summary>The FIFO.</summary>
    public string Path { get; }

    /// <summary>The last bytes that were read, quoted when the writer ends early.</summary>
    public OutputTail Tail { get; } = new();

    /// <summary>Ends the waiting, and with it the reading.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>
    /// Returns whether the writer is gone; called while no data arrives. Null when <see cref="Abandon"/> reports that instead.
    /// </summary>
    public Func<bool>? IsWriterGone { get; set; }

    /// <summary>
    /// Declares that there is no writer any more, or will never be one: what is in the pipe is read, then the stream ends.
    /// </summary>
    public void Abandon() => _abandoned = true;

    /// <inheritdoc/>
    public bool WaitForData(TimeSpan timeout) => Wait(timeout) != 0;

    /// <summary>Reads available bytes, waiting for some; 0 when the writer has closed and all is read.</summary>
    /// <exception cref="OperationCanceledException">The reader was cancelled.</exception>
    public override int Read(Span<byte> buffer)
    {
        int idle = 0;
        short events = 0;
        while (true)
        {
            Cancellation.ThrowIfCancellationRequested();
            bool abandoned = _abandoned;
            nint received = Posix.Read(_descriptor, ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (received > 0)
            {
                _received += received;
                Tail.Add(buffer[..(int)received]);
                return (int)received;
            }

            if (received < 0 && Marshal.GetLastPInvokeError() is not (Posix.ErrorAgain or Posix.ErrorInterrupted))
            {
                throw Posix.Failure($"Cannot read the FIFO {Path}");
            }

            // No writer: Linux reports a hang-up only after a writer was there; before, it means that none has come yet. The hang-up
            // counts only if it was reported before this read: a writer that opens, writes and closes between two calls has left data.
            if (abandoned || (received == 0 && (_received > 0 || (events & Posix.PollHangUp) != 0)))
            {
                return 0;
            }

            // Looked at again for what it wrote before it went.
            events = Wait(s_check);
            if (events == 0 && ++idle % IdleChecks == 0 && IsWriterGone?.Invoke() == true)
            {
                _abandoned = true;
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        int descriptor = Interlocked.Exchange(ref _descriptor, -1);
        if (descriptor >= 0)
        {
            _ = Posix.Close(descriptor);
            SessionDirectory.Remove(Path);
        }

        base.Dispose(disposing);
    }

    private short Wait(TimeSpan timeout)
    {
        var request = new Posix.PollRequest { Descriptor = _descriptor, Events = Posix.PollIn };
        bool mayGather = _canGather && _received > Beginning && Posix.Poll(ref request, 1, 0) == 0;
        if (Posix.Poll(ref request, 1, (int)timeout.TotalMilliseconds) <= 0)
        {
            return 0;
        }

        if (mayGather && request.Returned == Posix.PollIn)
        {
            Thread.Sleep(s_gathering);
        }

        return request.Returned;
    }
}
