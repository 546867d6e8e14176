using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Reports.Reading;

/// <summary>Why <see cref="ReportReader.Read"/> stopped.</summary>
internal enum ReadOutcome
{
    /// <summary>All whole blocks were read; what is left is the beginning of one.</summary>
    NeedsMoreText,

    /// <summary>The chunk is full. Call again with another chunk and the rest of the text.</summary>
    ChunkFull,

    /// <summary>The reader has come to <see cref="ReportReader.StopAt"/>.</summary>
    Stopped,
}

/// <summary>
/// Splits a tool's output into blocks: paths (which go into a chunk), other reports, diagnostics, and text of no known kind. It takes the
/// bytes in pieces of any size and keeps none of them: the caller passes again what was not consumed.
/// </summary>
internal sealed class ReportReader
{
    private readonly PathReader _paths = new();
    private readonly JsonListEndReader _jsonListEnd = new();
    private readonly ObjectLineReader _objectLine = new();
    private readonly ReportReaderLimits _limits;
    private readonly TimingUnits _givenUnits;
    private readonly TextBuffer _rendered = new();
    private JsonPathReader _jsonPaths;

    /// <summary>A reader of one output, from its beginning.</summary>
    /// <param name="units">The units of the tool: numbers in text are in them, and JSON's seconds and farads are
    /// converted into them.</param>
    /// <param name="limits">Bounds on lines and blocks; null for the defaults.</param>
    public ReportReader(TimingUnits units, ReportReaderLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(units);
        _limits = limits ?? new ReportReaderLimits();
        _givenUnits = units;
        _jsonPaths = new JsonPathReader(units);
    }

    /// <summary>How many bytes of the output have been read.</summary>
    public long Offset => State.Offset;

    /// <summary>Its state. With the state of another reader, it goes on as that one would.</summary>
    internal ReaderState State { get; set; } = new();

    /// <summary>Blocks that begin at this offset or later are not read.</summary>
    internal long StopAt { get; set; } = long.MaxValue;

    /// <summary>
    /// Reads the blocks that are whole in <paramref name="text"/>. If <paramref name="isFinal"/>, the output ends there and all of it is
    /// read.
    /// </summary>
    /// <param name="text">The output from <see cref="Offset"/> on, as far as it has come.</param>
    /// <param name="isFinal">Whether the output ends where <paramref name="text"/> does.</param>
    /// <param name="chunk">Takes the paths; it is empty, or its paths have the same units.</param>
    /// <param name="sink">Takes the blocks.</param>
    /// <param name="consumed">How many bytes were read; the next call's text begins after them.</param>
    public ReadOutcome Read(ReadOnlySpan<byte> text, bool isFinal, PathChunk chunk, IReportSink sink, out int consumed)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        UseUnits(State.Units ?? _givenUnits, chunk);
        consumed = 0;
        int paths = -1;
        while (consumed < text.Length && Offset < StopAt)
        {
            // Many lines of text may lie between two paths; they do not fill the chunk.
            if ((chunk.Count != paths || chunk.IsClosed) && chunk.IsFull)
            {
                return ReadOutcome.ChunkFull;
            }

            paths = chunk.Count;
            ReadOnlySpan<byte> rest = text[consumed..];
            TimingUnits? unitsBefore = State.Units;
            BlockResult block = ReadBlock(rest, isFinal, chunk, new BlockEmitter(State, sink));
            if (!block.IsTaken)
            {
                return ReadOutcome.NeedsMoreText;
            }

            consumed += block.Length;
            State.Offset += block.Length;
            if (!ReferenceEquals(State.Units, unitsBefore))
            {
                // If this range is read ahead, the units of the paths above are not known yet, so these paths get a separate chunk.
                chunk.IsClosed |= unitsBefore is null && chunk.Count > 0;
                UseUnits(State.Units!, chunk);
            }
        }

        return Offset < StopAt ? ReadOutcome.NeedsMoreText : ReadOutcome.Stopped;
    }

    // All paths of a chunk have the same units: after other units the next path goes into another chunk.
    private void UseUnits(TimingUnits units, PathChunk chunk)
    {
        if (_jsonPaths.Units != units)
        {
            _jsonPaths = new JsonPathReader(units);
        }

        if (chunk.Count > 0 && chunk.Units != units)
        {
            chunk.IsClosed = true;
            return;
        }

        chunk.UseUnits(units);
    }

    // Reads one block (or two: blank lines and what follows them, if that is not a path).
    private BlockResult ReadBlock(ReadOnlySpan<byte> text, bool isFinal, PathChunk chunk, BlockEmitter emitter)
    {
        if (State.List.IsOpen && text[0] is not ((byte)'\n' or (byte)'\r'))
        {
            BlockResult listed = TryReadListed(text, isFinal, chunk, emitter);
            if (!listed.IsNotMine)
            {
                return listed;
            }
        }

        var block = new BlockText(text, isFinal);
        if (!block.IsLineWhole)
        {
            bool mayWait = block.Rest.Length < _limits.MaxLineLength && block.BlankLength < _limits.MaxLineLength;
            return mayWait ? BlockResult.NeedsMore : emitter.EmitWholeVerbatim(block, State.UseUnread(text));
        }

        if (block.BlankLength > 0)
        {
            // A list of paths ends at an empty line.
            State.List.Close();
        }

        if (State.MoreRows is null && !State.IsInJsonList && IsPinAlone(block))
        {
            return EmitPin(block, emitter);
        }

        ReadOnlySpan<byte> line = block.Line;
        bool isJson = JsonPathReader.IsFirstLine(line);
        if (isJson || (PathReader.IsFirstLine(line) && !State.IsTitleOfDamaged(line)))
        {
            BlockResult path = TryReadPath(block, isJson, chunk, emitter);
            if (!path.IsNotMine)
            {
                return path;
            }
        }

        if (DiagnosticReader.BeginsAsNothingElse(line) && LinePrefix.LengthOf(line, mayBePrompt: false) == 0
            && DiagnosticReader.TryRead(line, out Diagnostic? diagnostic))
        {
            State.MoreRows = null;
            return emitter.EmitDiagnostic(block, diagnostic!);
        }

        BlockResult report = TryReadReports(block, emitter);
        return !report.IsNotMine ? report
            : isJson && State.IsInJsonList ? EmitBrokenPath(block, block.LineLength, emitter)
            : ReadLine(block, emitter);
    }

    // Reads a line of a list of paths.
    private BlockResult TryReadListed(ReadOnlySpan<byte> text, bool isFinal, PathChunk chunk, BlockEmitter emitter)
    {
        var lines = new LineCursor(text, isFinal);
        return State.List.TryRead(ref lines, chunk)
            ? emitter.EmitPath(text, 0, ownsBlanks: false, lines.Position, chunk)
            : BlockResult.NotMine;
    }

    private BlockResult TryReadPath(in BlockText block, bool isJson, PathChunk chunk, BlockEmitter emitter)
    {
        // Empty lines with other line ends than the path's are not part of it.
        bool ownsBlanks = block.BlankLines > 0 && block.HasBlankCarriageReturns == block.HasCarriageReturn;
        int blankLines = ownsBlanks ? block.BlankLines : 0;
        ReadOnlySpan<byte> rest = block.Rest;
        ReadStatus status = isJson
            ? _jsonPaths.Read(rest, block.IsFinal, chunk, blankLines, out int length)
            : _paths.Read(rest, block.IsFinal, chunk, blankLines, out length);
        if (status == ReadStatus.Whole)
        {
            State.List.Close();
            return emitter.EmitPath(block.Text, block.BlankLength, ownsBlanks, length, chunk);
        }

        if (status == ReadStatus.NeedsMore && rest.Length < _limits.MaxBlockLength)
        {
            return BlockResult.NeedsMore;
        }

        // It may still be JSON of another kind.
        if (length == 0)
        {
            return BlockResult.NotMine;
        }

        State.List.Close();
        return EmitBrokenPath(block, Math.Max(length, block.LineLength), emitter);
    }

    private BlockResult TryReadReports(in BlockText block, BlockEmitter emitter)
    {
        BlockResult result;
        if (State.IsInJsonList)
        {
            result = TryReadReport(_jsonListEnd, block, emitter);
            if (!result.IsNotMine)
            {
                return result;
            }
        }

        if (State.MoreRows is { } more)
        {
            if (!block.IsFinal && block.Text.Length < _limits.MaxBlockLength && MayGoOn(more, block.Rest))
            {
                return BlockResult.NeedsMore;
            }

            result = TryReadReport(more, block, emitter);
            if (!result.IsNotMine)
            {
                return result;
            }

            State.MoreRows = null;
        }

        if (IsPinAlone(block))
        {
            return EmitPin(block, emitter);
        }

        foreach (RoundTripReader reader in KnownReports.For(block.Line))
        {
            result = TryReadReport(reader, block, emitter);
            if (!result.IsNotMine)
            {
                return result;
            }
        }

        // In a list of paths such a line is a damaged row.
        return State.List.IsOpen ? BlockResult.NotMine : TryReadReport(_objectLine, block, emitter);
    }

    private BlockResult TryReadReport(RoundTripReader reader, in BlockText block, BlockEmitter emitter)
    {
        long offset = Offset + block.BlankLength;
        if (State.MaySkip(reader, offset) || !reader.MayBegin(block.Line))
        {
            return BlockResult.NotMine;
        }

        ReadOnlySpan<byte> rest = block.Rest;
        var lines = new LineCursor(rest, block.IsFinal);
        ReadStatus status = reader.Read(ref lines, _rendered, out Report? report);
        if (status == ReadStatus.Whole)
        {
            State.Use(report!);
            return emitter.EmitReport(block, lines.Position, report!);
        }

        if (status == ReadStatus.NeedsMore)
        {
            return rest.Length < _limits.MaxBlockLength ? BlockResult.NeedsMore : EmitTooLong(block, emitter);
        }

        if (reader.LengthToSkip(new LineCursor(rest, block.IsFinal)) is > 0 and int skipped)
        {
            State.SkipUntil(reader, offset + skipped);
        }

        return BlockResult.NotMine;
    }

    // Whether the text ends among the rows of a table's next part. Rows that would have to be read again are not read yet.
    private bool MayGoOn(RoundTripReader rows, ReadOnlySpan<byte> text)
    {
        int end = text.LastIndexOf((byte)'\n');
        if (end < 0 || text.Count((byte)'\n') > Report.MaxRows)
        {
            return false;
        }

        ReadOnlySpan<byte> last = text[(text[..end].LastIndexOf((byte)'\n') + 1)..(end + 1)];
        var line = new LineCursor(last, isFinal: true);
        return rows.MayBegin(BlockText.TrimLineEnd(last)) && rows.Read(ref line, _rendered, out _) == ReadStatus.Whole;
    }

    // Reads a line that begins no report. This comes after the reports, because those of check_setup consist of lines that begin as
    // warnings do.
    private BlockResult ReadLine(in BlockText block, BlockEmitter emitter)
    {
        ReadOnlySpan<byte> line = block.Line;
        int foreign = LinePrefix.LengthOf(line, !State.List.IsOpen);
        if (foreign > 0)
        {
            // The rest of the line is read as if it stood alone.
            return emitter.EmitVerbatim(block, foreign, State.List.IsOpen ? Damage.Broken : State.UseUnread(line[..foreign]));
        }

        return DiagnosticReader.TryRead(line, out Diagnostic? diagnostic)
            ? emitter.EmitDiagnostic(block, diagnostic!)
            : emitter.EmitVerbatim(block, block.LineLength, State.UseUnreadLine(block));
    }

    // Common enough to be worth a shortcut. Without its line end, a name may be incomplete.
    private bool IsPinAlone(in BlockText block) =>
        !State.List.IsOpen && !block.HasNoLineEnd && ObjectLineReader.IsPinAlone(block.Line);

    private BlockResult EmitPin(in BlockText block, BlockEmitter emitter)
    {
        State.MoreRows = null;
        return emitter.EmitReport(block, block.LineLength, ObjectLineReader.Of(block.Line, block.HasCarriageReturn));
    }

    // A report is not held in memory at any length. The part at hand is kept as text and reported as damage; the text after it may be read
    // as another report.
    private static BlockResult EmitTooLong(in BlockText block, BlockEmitter emitter) =>
        emitter.EmitVerbatim(block, block.Rest.LastIndexOf((byte)'\n') + 1, Damage.TooLong);

    // The length is that of the lines that belong to the path, before the line that breaks it.
    private BlockResult EmitBrokenPath(in BlockText block, int length, BlockEmitter emitter)
    {
        ReadOnlySpan<byte> rest = block.Rest;
        bool isCut = block.IsFinal && rest[length..].IndexOf((byte)'\n') < 0;
        State.BeginDamaged(rest[..length]);
        return emitter.EmitVerbatim(block, isCut ? rest.Length : length, isCut ? Damage.Cut : Damage.Broken);
    }
}
