using System.Runtime.ExceptionServices;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Reports.Parallel;

/// <summary>
/// A range of a report that is read by itself: its blocks and the chunks of its paths, kept to be handed on in their turn.
/// </summary>
/// <param name="keepsTextOfPaths">Whether the sink will ask for the text of paths.</param>
internal sealed class ReportRange(bool keepsTextOfPaths) : IReportSink
{
    // Of a path only its length is kept: blocks lie end to end, and paths are in their chunks in the same order. The blocks are usually
    // handed on by another core, which must fetch everything that it looks at.
    private readonly List<int> _lengths = [];
    private readonly List<OtherBlock> _others = [];
    private readonly List<PathChunk> _chunks = [];
    private readonly TextBuffer _text = new();
    private ChunkPool? _pool;
    private ExceptionDispatchInfo? _fault;
    private long _firstOffset;
    private int _next;
    private Position _position;
    private bool _hasJsonOfUnknownUnits;

    // A block that is not a path.
    private readonly record struct OtherBlock(int Index, BlockKind Kind, Damage Damage, Report? Report, Diagnostic? Diagnostic);

    // How far its blocks have been handed on.
    private struct Position
    {
        public int Block;
        public int OtherBlock;
        public long Length;
        public int Text;
        public int Chunk;
        public int Path;
    }

    /// <summary>The reader's state where it begins; after reading, the state where its last block ends.</summary>
    public ReaderState State { get; private set; } = new();

    /// <summary>Where it ends: its last block begins before this offset.</summary>
    public long End { get; private set; }

    /// <summary>Where it was assumed to begin.</summary>
    public long Start { get; private set; }

    /// <summary>Whether it was read, perhaps from a wrong offset.</summary>
    public bool IsRead { get; private set; }

    /// <summary>Whether no wait is needed any more: it was read, or cannot be read before its turn.</summary>
    public bool IsReady { get; set; }

    /// <summary>Sets the range to be read.</summary>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="isAwaited">Whether it will be read before its turn.</param>
    public void Expect(long start, long end, bool isAwaited)
    {
        (Start, End) = (start, end);
        IsRead = false;
        IsReady = !isAwaited;
        _fault = null;
        State.MoveTo(start);
    }

    /// <summary>
    /// Reads it as if a path ended just before it. A fault is kept, and <see cref="ThrowFault"/> throws it on the thread that waits.
    /// </summary>
    public void TryRead(RangeReader reader)
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

    /// <summary>Throws the fault of <see cref="TryRead"/>, if there was one.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void ThrowFault() => _fault?.Throw();

    /// <summary>Reads it from where the one before it ended, knowing what came before.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void ReadAfter(ReportRange before, RangeReader reader)
    {
        (State, before.State) = (before.State, State);
        Clear();
        Read(reader);
    }

    /// <summary>Whether it was read exactly up to an offset, and a path ended there.</summary>
    public bool EndsBetweenPathsAt(long offset) => State.Offset == offset && State.IsBetweenPaths;

    /// <summary>
    /// Whether what was read is right if these units were printed before. Those of text only need to be recorded, but the numbers of JSON
    /// would have been converted into them.
    /// </summary>
    public bool TryInherit(TimingUnits? units)
    {
        if (units is null || !_hasJsonOfUnknownUnits)
        {
            State.Units ??= units;
            return true;
        }

        return false;
    }

    /// <summary>Whether its last block reaches an offset.</summary>
    public bool ReachesTo(long offset) => State.Offset >= offset;

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
    /// Hands on the next chunk, with the blocks up to its last path. Null when no chunk is left; then the remaining blocks were handed on.
    /// </summary>
    public PathChunk? TryTake(IReportSink sink)
    {
        if (_next == _chunks.Count)
        {
            HandOn(sink, int.MaxValue);
            return null;
        }

        HandOn(sink, _next);
        return _chunks[_next++];
    }

    /// <summary>Drops what was read, and returns the chunks that were not taken.</summary>
    public void Clear()
    {
        for (; _next < _chunks.Count; _next++)
        {
            _pool!.Return(_chunks[_next]);
        }

        _chunks.Clear();
        _lengths.Clear();
        _others.Clear();
        _text.Clear();
        _hasJsonOfUnknownUnits = false;
        _next = 0;
        _position = default;
    }

    void IReportSink.Accept(in ReportBlock block)
    {
        if (_lengths.Count == 0)
        {
            _firstOffset = block.Offset;
        }

        bool isPath = block.Kind == BlockKind.Path;
        if (isPath)
        {
            _hasJsonOfUnknownUnits |= State.Units is null && block.Path.Format == PathFormat.Json;
        }
        else
        {
            _others.Add(new OtherBlock(_lengths.Count, block.Kind, block.Damage, block.Report, block.Diagnostic));
        }

        if (!isPath || keepsTextOfPaths)
        {
            _text.Write(block.Text);
        }

        _lengths.Add(block.Length);
    }

    private void Read(RangeReader reader)
    {
        _pool = reader.Chunks;
        reader.Read(this);
        IsRead = true;
    }

    // Hands on the blocks before the first path of the chunk after this one.
    private void HandOn(IReportSink sink, int chunk)
    {
        for (; _position.Block < _lengths.Count; _position.Block++)
        {
            bool isPath = _position.OtherBlock == _others.Count || _others[_position.OtherBlock].Index != _position.Block;
            if (isPath && _position.Path == _chunks[_position.Chunk].Count)
            {
                _position.Chunk++;
                _position.Path = 0;
            }

            if (isPath && _position.Chunk > chunk)
            {
                return;
            }

            OtherBlock other = isPath ? new OtherBlock { Kind = BlockKind.Path } : _others[_position.OtherBlock];
            int length = _lengths[_position.Block];
            int textLength = isPath && !keepsTextOfPaths ? 0 : length;
            sink.Accept(new ReportBlock
            {
                Kind = other.Kind,
                Offset = _firstOffset + _position.Length,
                Length = length,
                Text = _text.Written.Slice(_position.Text, textLength),
                Path = isPath ? _chunks[_position.Chunk][_position.Path] : default,
                Report = other.Report,
                Diagnostic = other.Diagnostic,
                Damage = other.Damage,
            });
            _position.Length += length;
            _position.Text += textLength;
            _position.Path += isPath ? 1 : 0;
            _position.OtherBlock += isPath ? 0 : 1;
        }
    }
}
