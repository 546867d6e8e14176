using Slackline.Reports.Checks;
using Slackline.Reports.Headings;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Reports.Reading;

/// <summary>Why <see cref="ReportReader.Read"/> stopped.</summary>
internal enum ReadOutcome
{
    /// <summary>All whole blocks were read; what is left is the beginning of one.</summary>
    NeedsMoreText,

    /// <summary>The chunk is full; call again with another one and the text from where it stopped.</summary>
    ChunkFull,

    /// <summary>It came to where it was told to stop.</summary>
    Stopped,
}

/// <summary>
/// Cuts what a tool printed into blocks: paths (which go into a chunk), diagnostics, and text of no known kind. It is
/// handed the bytes as they come, in any pieces, and keeps none of them: the caller hands over again what was not consumed.
/// </summary>
internal sealed class ReportReader
{
    private readonly PathReader _paths = new();
    private readonly JsonListEndFormat _jsonListEnd = new();
    private readonly ObjectLineFormat _objectLine = new();
    private readonly ReportReaderLimits _limits;
    private readonly TimingUnits _givenUnits;
    private readonly TextBuffer _again = new();
    private JsonPathReader _jsonPaths;

    /// <summary>A reader of one output, from its beginning.</summary>
    /// <param name="units">The units of the tool: text counts them, and JSON's seconds and farads are converted into them.</param>
    /// <param name="limits">Bounds on lines and blocks; null for the usual ones.</param>
    public ReportReader(TimingUnits units, ReportReaderLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(units);
        _limits = limits ?? new ReportReaderLimits();
        _givenUnits = units;
        _jsonPaths = new JsonPathReader(units);
    }

    /// <summary>How many bytes of the output have been read.</summary>
    public long Offset => Place.Offset;

    /// <summary>Where it is. Given the place of another reader, it reads on as that one would.</summary>
    internal ReadingPlace Place { get; set; } = new();

    /// <summary>Blocks that begin here or behind are not read.</summary>
    internal long StopAt { get; set; } = long.MaxValue;

    /// <summary>
    /// Reads the blocks that are whole in <paramref name="text"/>. After <paramref name="isFinal"/> text nothing follows, and all of it is read.
    /// </summary>
    /// <param name="text">The output from <see cref="Offset"/> on, as far as it has come.</param>
    /// <param name="isFinal">Whether the output ends where <paramref name="text"/> does.</param>
    /// <param name="chunk">Where the paths go; it is empty, or its paths have the same units.</param>
    /// <param name="sink">Who takes the blocks.</param>
    /// <param name="consumed">How many bytes were read; the next call's text begins behind them.</param>
    public ReadOutcome Read(ReadOnlySpan<byte> text, bool isFinal, PathChunk chunk, IReportSink sink, out int consumed)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        UseUnits(Place.Units ?? _givenUnits, chunk);
        consumed = 0;
        int paths = -1;
        while (consumed < text.Length && Offset < StopAt)
        {
            // Between two paths there may be many lines of text, which do not fill it.
            if ((chunk.Count != paths || chunk.IsClosed) && chunk.IsFull)
            {
                return ReadOutcome.ChunkFull;
            }

            paths = chunk.Count;
            ReadOnlySpan<byte> rest = text[consumed..];
            TimingUnits? unitsBefore = Place.Units;
            int taken = ReadBlock(rest, isFinal, chunk, sink);
            if (taken == 0)
            {
                return ReadOutcome.NeedsMoreText;
            }

            consumed += taken;
            Place.Offset += taken;
            if (!ReferenceEquals(Place.Units, unitsBefore))
            {
                // What paths above count is not known yet where a later piece is read ahead: they get a chunk to themselves.
                chunk.IsClosed |= unitsBefore is null && chunk.Count > 0;
                UseUnits(Place.Units!, chunk);
            }
        }

        return Offset < StopAt ? ReadOutcome.NeedsMoreText : ReadOutcome.Stopped;
    }

    // The paths of a chunk count the same: behind other units the next path goes into another.
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

    // Reads one block (or two: blank lines and what follows them, when that is no path); 0 when it is not whole yet.
    private int ReadBlock(ReadOnlySpan<byte> text, bool isFinal, PathChunk chunk, IReportSink sink)
    {
        if (Place.List.IsOpen && text[0] is not ((byte)'\n' or (byte)'\r') && TryReadListed(text, isFinal, chunk, sink) is { } listed)
        {
            return listed;
        }

        int blanks = SkipBlankLines(text, out int blankLines, out bool carriageReturns);
        ReadOnlySpan<byte> rest = text[blanks..];
        int lineLength = LineLength(rest);
        if (lineLength < 0 && !isFinal)
        {
            return rest.Length < _limits.MaxLineLength && blanks < _limits.MaxLineLength ? 0 : TakeVerbatim(text, text.Length, UnreadMark(text), sink);
        }

        lineLength = lineLength < 0 ? rest.Length : lineLength;
        ReadOnlySpan<byte> line = TrimLineEnd(rest[..lineLength]);
        if (blanks > 0)
        {
            // A list of paths ends at an empty line.
            Place.List.Close();
        }

        if (Place.MoreRows is null && !Place.IsInJsonList && IsPinAlone(text, blanks, line))
        {
            return TakePin(text, blanks, line, sink);
        }

        bool isJson = JsonPathReader.IsFirstLine(line);
        if (isJson || (PathReader.IsFirstLine(line) && !IsTitleOfDamaged(line)))
        {
            // Empty lines with other line ends than the path's are none of its own.
            bool areOwnBlanks = blankLines == 0 || carriageReturns == (line.Length + 2 == lineLength);
            if (TryReadPath(text, blanks, areOwnBlanks ? blankLines : 0, isJson, isFinal, lineLength, chunk, sink) is { } path)
            {
                if (path > 0)
                {
                    Place.List.Close();
                }

                return path;
            }
        }

        if (DiagnosticReader.BeginsAsNothingElse(line) && LinePrefix.LengthOf(line, mayBePrompt: false) == 0 && DiagnosticReader.TryRead(line, out Diagnostic? diagnostic))
        {
            Place.MoreRows = null;
            return TakeBlankLines(text, blanks, sink) + AcceptDiagnostic(text, blanks, line, lineLength, diagnostic!, sink);
        }

        return TryReadReports(text, blanks, line, isFinal, sink)
            ?? (isJson && Place.IsInJsonList ? TakeBrokenPath(text, blanks, lineLength, isFinal, sink) : ReadLine(text, blanks, line, lineLength, sink));
    }

    // Titles below a damaged path's heading, or with a log's prefix in a path that has one, are that path's.
    private bool IsTitleOfDamaged(ReadOnlySpan<byte> line) =>
        (Place.AfterHeadingLine || Place.DamagedUpTo != PathMark.None) && TableHeaderReader.IsTitleLine(line) && (Place.AfterHeadingLine || !TableHeaderReader.HasTitles(line));

    // How much was read; null when the line is no path of the list.
    private int? TryReadListed(ReadOnlySpan<byte> text, bool isFinal, PathChunk chunk, IReportSink sink)
    {
        var lines = new LineCursor(text, isFinal);
        return Place.List.TryRead(ref lines, chunk) ? TakePath(text, 0, 0, lines.Position, chunk, sink) : null;
    }

    // How much was read, 0 when the path is not whole yet; null when it may be something else.
    private int? TryReadPath(
        ReadOnlySpan<byte> text, int blanks, int ownBlankLines, bool isJson, bool isFinal, int lineLength, PathChunk chunk, IReportSink sink)
    {
        ReadOnlySpan<byte> rest = text[blanks..];
        ReadStatus status = isJson
            ? _jsonPaths.Read(rest, isFinal, chunk, ownBlankLines, out int length)
            : _paths.Read(rest, isFinal, chunk, ownBlankLines, out length);
        if (status == ReadStatus.Whole)
        {
            return TakePath(text, ownBlankLines == 0 ? blanks : 0, blanks, length, chunk, sink);
        }

        if (status == ReadStatus.NeedsMore && rest.Length < _limits.MaxBlockLength)
        {
            return 0;
        }

        // Else it may be JSON of another kind.
        return length == 0 ? null : TakeBrokenPath(text, blanks, Math.Max(length, lineLength), isFinal, sink);
    }

    // How much was read, 0 when a report is not whole yet; null when none begins here.
    private int? TryReadReports(ReadOnlySpan<byte> text, int blanks, ReadOnlySpan<byte> line, bool isFinal, IReportSink sink)
    {
        if (Place.IsInJsonList && TryReadReport(_jsonListEnd, text, blanks, line, isFinal, sink) is { } end)
        {
            return end;
        }

        if (Place.MoreRows is { } more)
        {
            if (!isFinal && text.Length < _limits.MaxBlockLength && MayGoOn(more, text[blanks..]))
            {
                return 0;
            }

            if (TryReadReport(more, text, blanks, line, isFinal, sink) is { } rows)
            {
                return rows;
            }

            Place.MoreRows = null;
        }

        if (IsPinAlone(text, blanks, line))
        {
            return TakePin(text, blanks, line, sink);
        }

        foreach (ConfirmedFormat format in ReportFormats.For(line))
        {
            if (TryReadReport(format, text, blanks, line, isFinal, sink) is { } length)
            {
                return length;
            }
        }

        // In a list of paths it would be a row, and a damaged one.
        return Place.List.IsOpen ? null : TryReadReport(_objectLine, text, blanks, line, isFinal, sink);
    }

    // A line that begins no report. After the reports: those of check_setup are made of lines that begin as warnings do.
    private int ReadLine(ReadOnlySpan<byte> text, int blanks, ReadOnlySpan<byte> line, int lineLength, IReportSink sink)
    {
        int taken = TakeBlankLines(text, blanks, sink);
        int foreign = LinePrefix.LengthOf(line, !Place.List.IsOpen);
        if (foreign > 0)
        {
            // What stands behind it in the line is read as if it stood alone.
            return taken + TakeVerbatim(line, foreign, Place.List.IsOpen ? Damage.Broken : UnreadMark(line[..foreign]), sink, blanks);
        }

        ReadOnlySpan<byte> whole = text.Slice(blanks, lineLength);
        if (DiagnosticReader.TryRead(line, out Diagnostic? diagnostic))
        {
            return taken + AcceptDiagnostic(text, blanks, line, lineLength, diagnostic!, sink);
        }

        Place.AfterHeadingLine = IsHeadingLine(line);
        Damage damage = DamageOf(line, lineLength);
        if (Place.AfterHeadingLine || TimeBorrowReader.IsTitle(line))
        {
            // The rest of a damaged path: its rows are none of a list's.
            Place.List.Close();
        }

        return lineLength == 0 ? taken : taken + TakeVerbatim(whole, lineLength, damage, sink, blanks);
    }

    private int AcceptDiagnostic(ReadOnlySpan<byte> text, int blanks, ReadOnlySpan<byte> line, int lineLength, Diagnostic diagnostic, IReportSink sink)
    {
        sink.Accept(new ReportBlock
        {
            Kind = BlockKind.Diagnostic,
            Offset = Offset + blanks,
            Length = lineLength,
            Text = text.Slice(blanks, lineLength),
            Diagnostic = line.Length + 1 == lineLength ? diagnostic
                : diagnostic with { CarriageReturns = line.Length + 2 == lineLength, NoFinalLineEnd = line.Length == lineLength },
        });
        return lineLength;
    }

    // How much was read, 0 when the report is not whole yet; null when the line begins no such report.
    private int? TryReadReport(ConfirmedFormat format, ReadOnlySpan<byte> text, int blanks, ReadOnlySpan<byte> line, bool isFinal, IReportSink sink)
    {
        if (Place.IsBarren(format, Offset + blanks) || !format.Begins(line))
        {
            return null;
        }

        var lines = new LineCursor(text[blanks..], isFinal);
        ReadStatus status = format.Read(ref lines, _again, out Report? report);
        if (status == ReadStatus.Whole)
        {
            return TakeReport(text, blanks, lines, report!, sink);
        }

        if (status == ReadStatus.NeedsMore)
        {
            return text.Length - blanks < _limits.MaxBlockLength ? 0 : TakeTooLong(text, blanks, sink);
        }

        if (format.Barren(new LineCursor(text[blanks..], isFinal)) is > 0 and int barren)
        {
            Place.SetBarren(format, Offset + blanks + barren);
        }

        return null;
    }

    // Whether the text ends among the rows of a table's next part. Rows that will have to be read again are not read now.
    private bool MayGoOn(ConfirmedFormat rows, ReadOnlySpan<byte> text)
    {
        int end = text.LastIndexOf((byte)'\n');
        if (end < 0 || text.Count((byte)'\n') > Report.MaxRows)
        {
            return false;
        }

        ReadOnlySpan<byte> last = text[(text[..end].LastIndexOf((byte)'\n') + 1)..(end + 1)];
        var line = new LineCursor(last, isFinal: true);
        return rows.Begins(TrimLineEnd(last)) && rows.Read(ref line, _again, out _) == ReadStatus.Whole;
    }

    // Nobody holds a report of any length. What is at hand of it is kept as text, and that is told; what follows may be read as another report.
    private int TakeTooLong(ReadOnlySpan<byte> text, int blanks, IReportSink sink)
    {
        ReadOnlySpan<byte> rest = text[blanks..];
        int whole = rest.LastIndexOf((byte)'\n') + 1;
        return TakeBlankLines(text, blanks, sink) + TakeVerbatim(rest, whole, Damage.TooLong, sink, blanks);
    }

    // In a list of paths every line is one; elsewhere, one with the mark of a path should have been. One that ends with the text has lost its end.
    private Damage DamageOf(ReadOnlySpan<byte> line, int lineLength)
    {
        bool isInList = Place.List.IsOpen && (Place.List.HasPaths || !line.SequenceEqual("No paths found."u8));
        Damage damage = isInList ? Damage.Broken : UnreadMark(line);
        return damage != Damage.None && line.Length == lineLength ? Damage.Cut : damage;
    }

    // Text with the marks of a path that was not read as one. The marks of a path come in one order, so that those of a damaged path, which was told already, are known.
    private Damage UnreadMark(ReadOnlySpan<byte> line)
    {
        PathMark mark = PathLines.MarkIn(line);
        if (mark == PathMark.None)
        {
            return Damage.None;
        }

        bool isTold = Place.DamagedUpTo != PathMark.None && mark > Place.DamagedUpTo;
        Place.DamagedUpTo = mark == PathMark.Slack ? PathMark.None : mark;
        return isTold ? Damage.None : Damage.Unread;
    }

    private int TakePath(ReadOnlySpan<byte> text, int foreignBlanks, int blanks, int length, PathChunk chunk, IReportSink sink)
    {
        TakeBlankLines(text, foreignBlanks, sink);
        Place.AfterParsed = true;
        Place.AfterHeadingLine = false;
        Place.DamagedUpTo = PathMark.None;
        sink.Accept(new ReportBlock
        {
            Kind = BlockKind.Path,
            Offset = Offset + foreignBlanks,
            Length = blanks + length - foreignBlanks,
            Text = text[foreignBlanks..(blanks + length)],
            Path = chunk[chunk.Count - 1],
        });
        return blanks + length;
    }

    // Of these there may be many. At the end of the text a name may have lost its own.
    private bool IsPinAlone(ReadOnlySpan<byte> text, int blanks, ReadOnlySpan<byte> line) =>
        !Place.List.IsOpen && blanks + line.Length < text.Length && ObjectLineFormat.IsPinAlone(line);

    private int TakePin(ReadOnlySpan<byte> text, int blanks, ReadOnlySpan<byte> line, IReportSink sink)
    {
        bool carriageReturns = text[blanks + line.Length] == '\r';
        int length = line.Length + (carriageReturns ? 2 : 1);
        TakeBlankLines(text, blanks, sink);
        Place.MoreRows = null;
        Place.AfterParsed = true;
        Place.AfterHeadingLine = false;
        sink.Accept(new ReportBlock
        {
            Kind = BlockKind.Report,
            Offset = Offset + blanks,
            Length = length,
            Text = text.Slice(blanks, length),
            Report = ObjectLineFormat.Of(line, carriageReturns),
        });
        return blanks + length;
    }

    private int TakeReport(ReadOnlySpan<byte> text, int blanks, in LineCursor lines, Report report, IReportSink sink)
    {
        Place.IsInJsonList = report is JsonListHeading || (Place.IsInJsonList && report is ObjectLine);
        Place.List.Close();
        Place.MoreRows = report.MoreRows;
        if (report is PathListHeading heading)
        {
            Place.List.Open(heading);
        }
        else if (report is ReportedUnits printed && printed.ToUnits() is { } own && own != Place.Units)
        {
            Place.Units = own;
        }

        TakeBlankLines(text, blanks, sink);
        Place.AfterParsed = true;
        Place.AfterHeadingLine = false;
        sink.Accept(new ReportBlock
        {
            Kind = report is FlowHeading ? BlockKind.Heading : BlockKind.Report,
            Offset = Offset + blanks,
            Length = lines.Position,
            Text = text.Slice(blanks, lines.Position),
            Report = report,
        });
        return blanks + lines.Position;
    }

    private int TakeBlankLines(ReadOnlySpan<byte> text, int length, IReportSink sink)
    {
        if (length > 0)
        {
            sink.Accept(new ReportBlock { Kind = Place.AfterParsed ? BlockKind.BlankLines : BlockKind.Verbatim, Offset = Offset, Length = length, Text = text[..length] });
        }

        return length;
    }

    private int TakeVerbatim(ReadOnlySpan<byte> text, int length, Damage damage, IReportSink sink, int behind = 0)
    {
        Place.AfterParsed = false;
        sink.Accept(new ReportBlock { Kind = BlockKind.Verbatim, Offset = Offset + behind, Length = length, Text = text[..length], Damage = damage });
        return length;
    }

    // The length is that of what belongs to the path before the line that breaks it.
    private int TakeBrokenPath(ReadOnlySpan<byte> text, int blanks, int length, bool isFinal, IReportSink sink)
    {
        ReadOnlySpan<byte> rest = text[blanks..];
        bool isCut = isFinal && rest[length..].IndexOf((byte)'\n') < 0;
        Place.AfterHeadingLine = true;
        Place.DamagedUpTo = rest[..length].IndexOf("\nPath Group: "u8) >= 0 ? PathMark.Group : PathMark.Startpoint;
        return TakeBlankLines(text, blanks, sink) + TakeVerbatim(rest, isCut ? rest.Length : length, isCut ? Damage.Cut : Damage.Broken, sink, blanks);
    }

    // A table under one of these lines belongs to a path or a check that is damaged: it is no path of its own.
    private static bool IsHeadingLine(ReadOnlySpan<byte> line) =>
        line.StartsWith("Path Type: "u8) || line.StartsWith("Mode: "u8) || line.StartsWith("Path Group: "u8) || line.StartsWith("Corner: "u8) || line.StartsWith("Endpoint: "u8)
        || line.StartsWith("Check: "u8);

    private static int SkipBlankLines(ReadOnlySpan<byte> text, out int lines, out bool carriageReturns)
    {
        lines = 0;
        int position = 0;
        carriageReturns = false;
        if (text[0] is not ((byte)'\n' or (byte)'\r'))
        {
            return 0;
        }

        carriageReturns = text.StartsWith("\r\n"u8);
        ReadOnlySpan<byte> lineEnd = carriageReturns ? "\r\n"u8 : "\n"u8;
        while (text[position..].StartsWith(lineEnd))
        {
            position += lineEnd.Length;
            lines++;
        }

        return position;
    }

    private static int LineLength(ReadOnlySpan<byte> text) => text.IndexOf((byte)'\n') + 1 is > 0 and int length ? length : -1;

    private static ReadOnlySpan<byte> TrimLineEnd(ReadOnlySpan<byte> line) => line switch
    {
        [.., (byte)'\r', (byte)'\n'] => line[..^2],
        [.., (byte)'\n'] => line[..^1],
        _ => line,
    };
}

/// <summary>Bounds on what a reader waits for. Past them it keeps the text verbatim and goes on.</summary>
public sealed record ReportReaderLimits
{
    /// <summary>A line longer than this is kept verbatim in pieces. In bytes; 1 MB unless set.</summary>
    public int MaxLineLength { get; init; } = 1_000_000;

    /// <summary>A path longer than this is kept verbatim. In bytes; 16 MB unless set.</summary>
    public int MaxBlockLength { get; init; } = 16_000_000;
}
