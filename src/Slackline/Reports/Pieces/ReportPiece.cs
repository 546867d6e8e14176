using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;
using Slackline.Timing;

namespace Slackline.Reports.Pieces;

/// <summary>A piece of a report that is read by itself: its text, the chunks of its paths, and its blocks, kept to be handed on in their turn.</summary>
internal sealed class ReportPiece(SafeFileHandle file, ReportReader reader, ChunkPool chunks) : IReportSink
{
    // Behind a piece stands a little more text: a reader may have to see the line behind a path to know that it has ended.
    private const int Lookahead = 4 * 1024;

    // Pieces differ by some lines; room for another that is a little longer need not be made each time.
    private const int RoomStep = 64 * 1024;

    private readonly List<PathChunk> _chunks = [];
    private readonly List<KeptBlock> _blocks = [];
    private ReportReader _reader = reader;
    private ExceptionDispatchInfo? _fault;
    private byte[] _text = [];
    private int _received;
    private int _next;
    private int _nextBlock;

    private readonly record struct KeptBlock(BlockKind Kind, Damage Damage, int Start, int Length, int Chunk, int Path, Report? Report, Diagnostic? Diagnostic);

    /// <summary>Where it begins.</summary>
    public long Start { get; private set; }

    /// <summary>Where it ends: its last block begins before this place.</summary>
    public long End { get; private set; }

    /// <summary>Whether it was read, perhaps from a wrong place.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Whether nobody need wait for it any more: it was read, or cannot be before its turn.</summary>
    public bool IsReady { get; set; }

    /// <summary>Says where a piece lies.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isAwaited">Whether it will be read before its turn.</param>
    public void Expect(long start, long end, bool isAwaited)
    {
        (Start, End) = (start, end);
        IsRead = false;
        IsReady = !isAwaited;
        _fault = null;
    }

    /// <summary>Reads a piece as if a path ended just before it. Whatever goes wrong is thrown by <see cref="ThrowFault"/>, to whoever waits for it.</summary>
    public void TryRead(CancellationToken cancellation)
    {
        try
        {
            _reader.StartAt(Start);
            ReadOn(End, cancellation);
        }
#pragma warning disable CA1031 // It is thrown on another thread.
        catch (Exception fault)
        {
            _fault = ExceptionDispatchInfo.Capture(fault);
        }
#pragma warning restore CA1031
    }

    /// <summary>Throws what went wrong when it was read, if anything did.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public void ThrowFault() => _fault?.Throw();

    /// <summary>Reads a piece from where the one before it has ended, knowing what came before.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was requested.</exception>
    public void ReadBehind(ReportPiece before, long end, CancellationToken cancellation)
    {
        (_reader, before._reader) = (before._reader, _reader);
        ReadOn(end, cancellation);
    }

    /// <summary>Whether the reader has read up to a place, and has come there to the end of a path.</summary>
    public bool EndsBetweenPathsAt(long offset) => _reader.Offset == offset && _reader.IsBetweenPaths;

    /// <summary>Whether the last block reaches to a place.</summary>
    public bool ReachesTo(long offset) => _reader.Offset >= offset;

    /// <summary>
    /// Hands on the next chunk, in exchange for <paramref name="chunk"/>, with the blocks up to its last path. False when there is none
    /// left; the remaining blocks were handed on.
    /// </summary>
    public bool TryTake(ref PathChunk chunk, IReportSink sink)
    {
        if (_next == _chunks.Count)
        {
            HandOn(sink, int.MaxValue);
            return false;
        }

        HandOn(sink, _next);
        chunks.Return(chunk);
        chunk = _chunks[_next++];
        return true;
    }

    /// <summary>Gives back the chunks that nobody took.</summary>
    public void Clear()
    {
        for (; _next < _chunks.Count; _next++)
        {
            chunks.Return(_chunks[_next]);
        }

        _chunks.Clear();
        _blocks.Clear();
        _next = _nextBlock = 0;
    }

    void IReportSink.Accept(in ReportBlock block)
    {
        bool isPath = block.Kind == BlockKind.Path;
        _blocks.Add(new KeptBlock(
            block.Kind, block.Damage, (int)(block.Offset - Start), block.Text.Length, _chunks.Count - 1, isPath ? _chunks[^1].Count - 1 : 0, block.Report, block.Diagnostic));
    }

    private void ReadOn(long end, CancellationToken cancellation)
    {
        Clear();
        Start = _reader.Offset;
        End = end;
        IsRead = true;
        _reader.StopAt = end;
        _received = 0;
        long wanted = end - Start + Lookahead;
        long more = RoomStep;
        int read = 0;
        while (true)
        {
            bool isFinal = Receive(wanted);
            if (ReadBlocks(ref read, isFinal, cancellation) || isFinal)
            {
                return;
            }

            // The last block goes on behind the lookahead.
            wanted = _received + more;
            more *= 4;
        }
    }

    // True when the end was reached.
    private bool ReadBlocks(ref int read, bool isFinal, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_chunks.Count == 0 || _chunks[^1].IsFull)
            {
                _chunks.Add(chunks.Rent());
            }

            ReadOutcome outcome = _reader.Read(_text.AsSpan(read, _received - read), isFinal, _chunks[^1], this, out int consumed);
            read += consumed;
            if (outcome != ReadOutcome.ChunkFull)
            {
                return outcome == ReadOutcome.Stopped;
            }
        }
    }

    // Reads on until so many bytes are there. True at the end of the file.
    private bool Receive(long wanted)
    {
        if (_text.Length < wanted)
        {
            Array.Resize(ref _text, checked((int)(wanted + RoomStep)));
        }

        while (_received < wanted)
        {
            int length = RandomAccess.Read(file, _text.AsSpan(_received, (int)(wanted - _received)), Start + _received);
            if (length == 0)
            {
                return true;
            }

            _received += length;
        }

        return false;
    }

    private void HandOn(IReportSink sink, int chunk)
    {
        for (; _nextBlock < _blocks.Count && _blocks[_nextBlock] is { } block && block.Chunk <= chunk; _nextBlock++)
        {
            sink.Accept(new ReportBlock
            {
                Kind = block.Kind,
                Offset = Start + block.Start,
                Text = _text.AsSpan(block.Start, block.Length),
                Path = block.Kind == BlockKind.Path ? _chunks[block.Chunk][block.Path] : default,
                Report = block.Report,
                Diagnostic = block.Diagnostic,
                Damage = block.Damage,
            });
        }
    }
}
