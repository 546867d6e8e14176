using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Reads one path in the formats full, full_clock, full_clock_expanded and short of <c>report_checks</c>, or the headless table of <c>report_path</c>.
/// </summary>
internal sealed class PathReader
{
    private readonly TableHeaderReader _headers = new();
    private readonly HeadingCache _heading = new();
    private readonly RowReader _rows = new();
    private int _startpointDetail;
    private int _endpointDetail;
    private double _arrival;
    private double _required;
    private double _slack;
    private SlackVerdict _verdict;

    /// <summary>Whether a line begins a path.</summary>
    public static bool IsFirstLine(ReadOnlySpan<byte> line) => line.StartsWith("Startpoint: "u8) || TableHeaderReader.IsTitleLine(line);

    /// <summary>Whether a line stands above the time that a latch borrows, below its path.</summary>
    public static bool IsTimeBorrowingTitle(ReadOnlySpan<byte> line) => line.SequenceEqual(TimeBorrowingTitle);

    /// <summary>
    /// Reads the path that begins where <paramref name="text"/> does and adds it to <paramref name="chunk"/>.
    /// <paramref name="consumed"/> is the length of the path, or, when it is broken, of what belongs to it before the line that breaks it.
    /// </summary>
    public ReadStatus Read(ReadOnlySpan<byte> text, bool isFinal, PathChunk chunk, int blankLinesBefore, out int consumed)
    {
        var lines = new LineCursor(text, isFinal);
        var heading = new PathHeading { BlankLinesBefore = blankLinesBefore };
        ReadStatus status = ReadParts(ref lines, chunk, ref heading, out int layout);
        consumed = lines.Position;
        if (status != ReadStatus.Whole)
        {
            chunk.DropRows();
            return status;
        }

        if (lines.CarriageReturns)
        {
            heading.Shape |= PathShape.CarriageReturns;
        }

        if (lines.EndsWithoutLineEnd)
        {
            heading.Shape |= PathShape.NoFinalLineEnd;
        }

        heading.Verdict = _verdict;
        if (layout == PathChunk.NoTable)
        {
            // Without a table only ports are told: an instance has many pins.
            heading.StartpointPin = IsPort(chunk.Names, heading.StartpointDetail) ? heading.Startpoint : PathChunk.NoName;
            heading.EndpointPin = IsPort(chunk.Names, heading.EndpointDetail) ? heading.Endpoint : PathChunk.NoName;
        }

        bool hasTable = layout != PathChunk.NoTable;
        heading.Shape |= hasTable ? _rows.Shape : PathShape.None;
        chunk.CommitPath(heading, _arrival, _required, _slack, layout, hasTable ? _rows.Digits : 0);
        return ReadStatus.Whole;
    }

    private ReadStatus ReadParts(ref LineCursor lines, PathChunk chunk, ref PathHeading heading, out int layout)
    {
        layout = 0;
        _arrival = _required = _slack = double.NaN;
        _verdict = SlackVerdict.None;
        ReadStatus status = ReadEnds(ref lines, chunk.Names, ref heading);
        if (status != ReadStatus.Whole)
        {
            return status;
        }

        bool isHeaded = (heading.Shape & PathShape.Headed) != 0;
        int start = lines.Position;
        if (!_heading.TryRead(ref lines, chunk, ref heading, out RowColumns? columns))
        {
            if (isHeaded)
            {
                status = ReadGroup(ref lines, chunk.Names, ref heading);
                if (status != ReadStatus.Whole)
                {
                    return status;
                }

                status = ReadShortEnd(ref lines, out bool isShort);
                if (status != ReadStatus.Whole || isShort)
                {
                    layout = PathChunk.NoTable;
                    return status;
                }
            }

            status = ReadTitles(ref lines, out columns);
            if (status != ReadStatus.Whole)
            {
                return status;
            }

            _heading.Store(lines.TextFrom(start), lines.CarriageReturns, chunk, heading, columns!);
        }

        layout = chunk.UseLayout(columns!.Layout);
        _rows.Begin(chunk, columns);
        return isHeaded ? ReadCheck(ref lines, chunk, columns.Layout, heading) : ReadBareTable(ref lines, chunk);
    }

    private ReadStatus ReadEnds(ref LineCursor lines, NameTable names, ref PathHeading heading)
    {
        int start = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return Unfinished(lines);
        }

        if (!line.StartsWith("Startpoint: "u8))
        {
            lines.Return(start);
            return ReadStatus.Whole;
        }

        heading.Shape |= PathShape.Headed;
        ReadStatus status = ReadEnd(ref lines, line["Startpoint: ".Length..], "            ("u8, names, _startpointDetail, out heading.Startpoint, out heading.StartpointDetail, out bool wrapped);
        if (status != ReadStatus.Whole)
        {
            return status;
        }

        heading.Shape |= wrapped ? PathShape.StartpointWrapped : 0;
        status = ReadPrefixed(ref lines, "Endpoint: "u8, out line);
        if (status != ReadStatus.Whole)
        {
            return status;
        }

        status = ReadEnd(ref lines, line, "          ("u8, names, _endpointDetail, out heading.Endpoint, out heading.EndpointDetail, out wrapped);
        if (status != ReadStatus.Whole)
        {
            return status;
        }

        heading.Shape |= wrapped ? PathShape.EndpointWrapped : 0;

        // The next path most likely says the same of its ends.
        _startpointDetail = heading.StartpointDetail;
        _endpointDetail = heading.EndpointDetail;
        return ReadStatus.Whole;
    }

    // The lines between the endpoint and the table: group, type, mode and corner.
    private static ReadStatus ReadGroup(ref LineCursor lines, NameTable names, ref PathHeading heading)
    {
        ReadStatus status = ReadPrefixed(ref lines, "Path Group: "u8, out ReadOnlySpan<byte> line);
        if (status != ReadStatus.Whole)
        {
            return status;
        }

        heading.PathGroup = names.Intern(line);
        int start = lines.Position;
        status = ReadPrefixed(ref lines, "Path Type: "u8, out line);
        if (status != ReadStatus.Whole)
        {
            return status;
        }

        heading.PathType = TimingWords.TypeOf(line);
        if (heading.PathType == PathType.Unknown)
        {
            return BrokenAt(ref lines, start);
        }

        status = ReadOptional(ref lines, "Mode: "u8, names, out heading.Mode);
        return status == ReadStatus.Whole ? ReadOptional(ref lines, "Corner: "u8, names, out heading.Corner) : status;
    }

    // A line that only analyses of several modes or corners print.
    private static ReadStatus ReadOptional(scoped ref LineCursor lines, scoped ReadOnlySpan<byte> prefix, NameTable names, out int name)
    {
        name = PathChunk.NoName;
        int start = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return Unfinished(lines);
        }

        if (line.StartsWith(prefix))
        {
            name = names.Intern(line[prefix.Length..]);
        }
        else
        {
            lines.Return(start);
        }

        return ReadStatus.Whole;
    }

    // Behind the heading stands an empty line and the table; in the format short the path ends, and two empty lines follow.
    private static ReadStatus ReadShortEnd(ref LineCursor lines, out bool isShort)
    {
        isShort = false;
        int end = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return Unfinished(lines);
        }

        if (!line.IsEmpty)
        {
            return BrokenAt(ref lines, end);
        }

        int table = lines.Position;
        if (!lines.TryNext(out line))
        {
            return Unfinished(lines);
        }

        isShort = line.IsEmpty;
        lines.Return(isShort ? end : table);
        return ReadStatus.Whole;
    }

    private static ReadStatus ReadPrefixed(scoped ref LineCursor lines, scoped ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> rest)
    {
        int start = lines.Position;
        if (!lines.TryNext(out rest))
        {
            return Unfinished(lines);
        }

        if (!rest.StartsWith(prefix))
        {
            return BrokenAt(ref lines, start);
        }

        rest = rest[prefix.Length..];
        return ReadStatus.Whole;
    }

    // NAME (DETAIL), or NAME and on the next line, under it, (DETAIL).
    private static ReadStatus ReadEnd(
        scoped ref LineCursor lines, ReadOnlySpan<byte> line, scoped ReadOnlySpan<byte> indent, NameTable names, int likelyDetail, out int name, out int detail, out bool wrapped)
    {
        wrapped = false;
        int bracket = line.EndsWith(")"u8) ? line.IndexOf(" ("u8) : -1;
        if (bracket >= 0)
        {
            name = names.Intern(line[..bracket]);
            detail = names.Intern(line[(bracket + 2)..^1], likelyDetail);
            return ReadStatus.Whole;
        }

        name = names.Intern(line);
        detail = PathChunk.NoName;
        wrapped = true;
        int start = lines.Position;
        if (!lines.TryNext(out line))
        {
            return Unfinished(lines);
        }

        if (!line.StartsWith(indent) || !line.EndsWith(")"u8))
        {
            return BrokenAt(ref lines, start);
        }

        detail = names.Intern(line[indent.Length..^1], likelyDetail);
        return ReadStatus.Whole;
    }

    private ReadStatus ReadTitles(ref LineCursor lines, out RowColumns? columns)
    {
        columns = null;
        int start = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> titles))
        {
            return Unfinished(lines);
        }

        if (!TableHeaderReader.IsTitleLine(titles))
        {
            return BrokenAt(ref lines, start);
        }

        start = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> dashes))
        {
            return Unfinished(lines);
        }

        columns = IsDashes(dashes) ? _headers.Read(titles, dashes.Length) : null;
        return columns is null ? BrokenAt(ref lines, start) : ReadStatus.Whole;
    }

    // The table of a headed path, down to its slack or to the sentence that it has none.
    private ReadStatus ReadCheck(ref LineCursor lines, PathChunk chunk, TableLayout layout, in PathHeading heading)
    {
        while (true)
        {
            int row = _rows.ReadFast(ref lines);
            if (row >= 0)
            {
                if (TakeSummary(chunk, row))
                {
                    return IsLatch(chunk.Names, heading) ? ReadTimeBorrowing(ref lines, chunk, layout) : ReadStatus.Whole;
                }

                continue;
            }

            if (lines.TrySkipEmpty())
            {
                chunk.AddRow(RowForm.Blank, -1);
                continue;
            }

            if (lines.TrySkipDashes(layout.SeparatorWidth))
            {
                chunk.AddRow(RowForm.Separator, -1);
                continue;
            }

            int start = lines.Position;
            if (!lines.TryNext(out ReadOnlySpan<byte> line))
            {
                return Unfinished(lines);
            }

            if (line.IsEmpty)
            {
                chunk.AddRow(RowForm.Blank, -1);
            }
            else if (IsDashes(line))
            {
                if (line.Length != layout.SeparatorWidth)
                {
                    return BrokenAt(ref lines, start);
                }

                chunk.AddRow(RowForm.Separator, -1);
            }
            else if (line.SequenceEqual("(Path is unconstrained)"u8))
            {
                chunk.AddRow(RowForm.Sentence, chunk.Descriptions.Intern(line));
                return ReadStatus.Whole;
            }
            else if (_rows.Read(ref lines, line, start, out row) is var status and not ReadStatus.Whole)
            {
                return status == ReadStatus.Broken ? BrokenAt(ref lines, start) : status;
            }
            else if (TakeSummary(chunk, row))
            {
                return IsLatch(chunk.Names, heading) ? ReadTimeBorrowing(ref lines, chunk, layout) : ReadStatus.Whole;
            }
        }
    }

    // The path's own times are kept once; a row that repeats them keeps none. True for the slack, the last row.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TakeSummary(PathChunk chunk, int row)
    {
        DescriptionKind kind = chunk.Descriptions.Kind(chunk.RowDescription[row]);
        return kind >= DescriptionKind.DataArrival && TakeSummary(chunk, row, kind);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TakeSummary(PathChunk chunk, int row, DescriptionKind kind)
    {
        double time = chunk.RowTime[row];
        switch (kind)
        {
            case DescriptionKind.DataArrival:
                KeepOnce(ref _arrival, -time);
                break;
            case DescriptionKind.DataRequired:
                KeepOnce(ref _required, time);
                break;
            case DescriptionKind.SlackMet or DescriptionKind.SlackViolated:
                KeepOnce(ref _slack, time);
                _verdict = kind == DescriptionKind.SlackViolated ? SlackVerdict.Violated : SlackVerdict.Met;
                return true;
        }

        return false;

        void KeepOnce(ref double kept, double repeated)
        {
            if (double.IsNaN(kept))
            {
                kept = time;
                chunk.SetTime(row, double.NaN);
            }
            else if (BitConverter.DoubleToInt64Bits(kept) == BitConverter.DoubleToInt64Bits(repeated))
            {
                chunk.SetTime(row, double.NaN);
            }
        }
    }

    private static ReadOnlySpan<byte> TimeBorrowingTitle => "Time Borrowing Information"u8;

    // A latch's setup path goes on after its slack: an empty line and the Time Borrowing Information. Only the lines after the slack tell.
    private ReadStatus ReadTimeBorrowing(ref LineCursor lines, PathChunk chunk, TableLayout layout)
    {
        int end = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> line) || !line.IsEmpty || !lines.TryNext(out line) || !line.SequenceEqual(TimeBorrowingTitle))
        {
            if (lines.EndsWithoutLineEnd && !line.IsEmpty && TimeBorrowingTitle.StartsWith(line))
            {
                return ReadStatus.Broken;
            }

            bool needsMore = lines.NeedsMore;
            lines.Return(end);
            return needsMore ? ReadStatus.NeedsMore : ReadStatus.Whole;
        }

        chunk.AddRow(RowForm.Blank, -1);
        chunk.AddRow(RowForm.Sentence, chunk.Descriptions.Intern(line));
        bool isLastRow = false;
        while (true)
        {
            end = lines.Position;
            if (!lines.TryNext(out line))
            {
                return Unfinished(lines);
            }

            if (IsDashes(line) && line.Length == layout.TotalSeparatorWidth)
            {
                chunk.AddRow(RowForm.TotalSeparator, -1);
                if (isLastRow)
                {
                    return ReadStatus.Whole;
                }
            }
            else if (_rows.TryReadTotal(line))
            {
                isLastRow = line.StartsWith("actual time borrow"u8) || line.StartsWith("time given to startpoint"u8);
            }
            else
            {
                return BrokenAt(ref lines, end);
            }
        }
    }

    // report_path's table: rows alone, up to the first line that is none. It never sums up, so a table that does has lost its heading.
    private ReadStatus ReadBareTable(ref LineCursor lines, PathChunk chunk)
    {
        bool any = false;
        while (true)
        {
            int start = lines.Position;
            if (!lines.TryNext(out ReadOnlySpan<byte> line))
            {
                return lines.NeedsMore ? ReadStatus.NeedsMore : any ? ReadStatus.Whole : ReadStatus.Broken;
            }

            ReadStatus status = _rows.Read(ref lines, line, start, out int row);
            if (status == ReadStatus.NeedsMore)
            {
                return status;
            }

            if (status == ReadStatus.Broken)
            {
                lines.Return(start);
                return any ? ReadStatus.Whole : ReadStatus.Broken;
            }

            if (!IsOnTheWay(chunk.Descriptions.Kind(chunk.RowDescription[row])))
            {
                return BrokenAt(ref lines, start);
            }

            any = true;
        }
    }

    // What a path alone can show: neither the margin of a check nor a sum belongs there.
    private static bool IsOnTheWay(DescriptionKind kind) => kind is DescriptionKind.Pin or DescriptionKind.Net or DescriptionKind.ClockEdge
        or DescriptionKind.ClockNetworkDelay or DescriptionKind.ClockSourceLatency or DescriptionKind.InputExternalDelay or DescriptionKind.TimeBorrow
        or DescriptionKind.VariationPart;

    private static bool IsPort(NameTable names, int detail) => detail >= 0 && names[detail] is var text && (text.StartsWith("input port"u8) || text.StartsWith("output port"u8));

    private static bool IsLatch(NameTable names, in PathHeading heading) =>
        names[heading.EndpointDetail].IndexOf("level-sensitive latch"u8) >= 0;

    private static bool IsDashes(ReadOnlySpan<byte> line) => line.Length > 2 && line[0] == '-' && line[1] == '-' && !line.ContainsAnyExcept((byte)'-');

    private static ReadStatus Unfinished(in LineCursor lines) => lines.NeedsMore ? ReadStatus.NeedsMore : ReadStatus.Broken;

    private static ReadStatus BrokenAt(ref LineCursor lines, int position)
    {
        lines.Return(position);
        return ReadStatus.Broken;
    }
}
