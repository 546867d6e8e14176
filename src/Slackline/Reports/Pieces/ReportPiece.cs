using System.Runtime.ExceptionServices;
using Slackline.Timing;

namespace Slackline.Reports.Pieces;

/// <summary>A piece of a report that is read by itself: the chunks of its paths and its blocks, kept to be handed on in their turn.</summary>
/// <param name="keepsTextOfPaths">Whether somebody will ask for it.</param>
internal sealed class ReportPiece(bool keepsTextOfPaths) : IReportSink
{
    private readonly List<PathChunk> _chunks = [];
    private readonly List<KeptBlock> _blocks = [];
    private readonly TextBuffer _text = new();
    private ChunkPool? _pool;
    private ExceptionDispatchInfo? _fault;
    private int _next;
    private int _nextBlock;

    private readonly record struct KeptBlock(
        BlockKind Kind, Damage Damage, long Offset, int Length, int Text, int TextLength, int Chunk, int Path, Report? Report, Diagnostic? Diagnostic);

    /// <summary>Where it begins; once it is read, where its last block has ended.</summary>
    public ReadingPlace Place { get; private set; } = new();

    /// <summary>Where it ends: its last block begins before this place.</summary>
    public long End { get; private set; }

    /// <summary>Where it was taken to begin.</summary>
    public long Start { get; private set; }

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
        Place.MoveTo(start);
    }

    /// <summary>Reads it as if a path ended just before it. Whatever goes wrong is thrown by <see cref="ThrowFault"/>, to whoever waits for it.</summary>
    public void TryRead(PieceReader reader)
    {
        try
        {
            Read(reader);
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
    public void ThrowFault() => _fault?.Throw();

    /// <summary>Reads it from where the one before it has ended, knowing what came before.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void ReadBehind(ReportPiece before, PieceReader reader)
    {
        (Place, before.Place) = (before.Place, Place);
        Clear();
        Read(reader);
    }

    /// <summary>Whether it was read up to a place, and a path has ended there.</summary>
    public bool EndsBetweenPathsAt(long offset) => Place.Offset == offset && Place.IsBetweenPaths;

    /// <summary>Whether the last block reaches to a place.</summary>
    public bool ReachesTo(long offset) => Place.Offset >= offset;

    /// <summary>The chunk for the next path.</summary>
    public PathChunk OpenChunk()
    {
        if (_chunks.Count == 0 || _chunks[^1].IsFull)
        {
            _chunks.Add(_pool!.Rent());
        }

        return _chunks[^1];
    }

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
        chunk.Home?.Return(chunk);
        chunk = _chunks[_next++];
        return true;
    }

    /// <summary>Forgets what was read, and gives back the chunks that nobody took.</summary>
    public void Clear()
    {
        for (; _next < _chunks.Count; _next++)
        {
            _pool!.Return(_chunks[_next]);
        }

        _chunks.Clear();
        _blocks.Clear();
        _text.Clear();
        _next = _nextBlock = 0;
    }

    void IReportSink.Accept(in ReportBlock block)
    {
        bool isPath = block.Kind == BlockKind.Path;
        ReadOnlySpan<byte> text = isPath && !keepsTextOfPaths ? default : block.Text;
        _blocks.Add(new KeptBlock(
            block.Kind, block.Damage, block.Offset, block.Length, _text.Written.Length, text.Length, _chunks.Count - 1, isPath ? _chunks[^1].Count - 1 : 0, block.Report, block.Diagnostic));
        _text.Write(text);
    }

    private void Read(PieceReader reader)
    {
        _pool = reader.Chunks;
        reader.Read(this);
        IsRead = true;
    }

    private void HandOn(IReportSink sink, int chunk)
    {
        for (; _nextBlock < _blocks.Count && _blocks[_nextBlock] is { } block && block.Chunk <= chunk; _nextBlock++)
        {
            sink.Accept(new ReportBlock
            {
                Kind = block.Kind,
                Offset = block.Offset,
                Length = block.Length,
                Text = _text.Written.Slice(block.Text, block.TextLength),
                Path = block.Kind == BlockKind.Path ? _chunks[block.Chunk][block.Path] : default,
                Report = block.Report,
                Diagnostic = block.Diagnostic,
                Damage = block.Damage,
            });
        }
    }
}
