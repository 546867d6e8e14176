using System.Runtime.CompilerServices;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Reads one path in the formats full, full_clock, full_clock_expanded and short of <c>report_checks</c>, or the headless table of
/// <c>report_path</c>.
/// </summary>
internal sealed class PathReader
{
    private readonly HeadingReader _heading = new();
    private readonly RowReader _rows = new();
    private double _arrival;
    private double _required;
    private double _slack;
    private SlackVerdict _verdict;

    /// <summary>Whether a line begins a path.</summary>
    public static bool IsFirstLine(ReadOnlySpan<byte> line) => line.StartsWith("Startpoint: "u8) || TableHeaderReader.IsTitleLine(line);

    /// <summary>
    /// Reads the path that begins where <paramref name="text"/> does and adds it to <paramref name="chunk"/>. <paramref name="consumed"/>
    /// is the length of the path or, if it is broken, the length of its lines before the one that breaks it.
    /// </summary>
    public ReadStatus Read(ReadOnlySpan<byte> text, bool isFinal, PathChunk chunk, int blankLinesBefore, out int consumed)
    {
        var lines = new LineCursor(text, isFinal);
        var heading = new PathHeading { BlankLinesBefore = blankLinesBefore };
        bool isWhole = TryReadParts(ref lines, chunk, ref heading, out int layout);
        consumed = lines.Position;
        if (!isWhole)
        {
            chunk.DropRows();
            return lines.NeedsMore ? ReadStatus.NeedsMore : ReadStatus.Broken;
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
            // Without a table only ports are known: an instance has many pins.
            heading.StartpointPin = IsPort(chunk.Names, heading.StartpointDetail) ? heading.Startpoint : PathChunk.NoName;
            heading.EndpointPin = IsPort(chunk.Names, heading.EndpointDetail) ? heading.Endpoint : PathChunk.NoName;
        }

        bool hasTable = layout != PathChunk.NoTable;
        heading.Shape |= hasTable ? _rows.Shape : PathShape.None;
        chunk.CommitPath(heading, _arrival, _required, _slack, layout, hasTable ? _rows.Digits : 0);
        return ReadStatus.Whole;
    }

    // A step that fails leaves the cursor before the wrong line, or sets NeedsMore where the text ends too early.
    private bool TryReadParts(ref LineCursor lines, PathChunk chunk, ref PathHeading heading, out int layout)
    {
        layout = PathChunk.NoTable;
        _arrival = _required = _slack = double.NaN;
        _verdict = SlackVerdict.None;
        if (!_heading.TryReadEnds(ref lines, chunk.Names, ref heading)
            || !_heading.TryReadToTable(ref lines, chunk, ref heading, out RowColumns? columns))
        {
            return false;
        }

        if (columns is null)
        {
            return true;
        }

        layout = chunk.UseLayout(columns.Layout);
        _rows.Begin(chunk, columns);
        return (heading.Shape & PathShape.Headed) != 0
            ? TryReadCheck(ref lines, chunk, columns.Layout, heading)
            : TryReadBareTable(ref lines, chunk);
    }

    // Reads the table of a headed path, down to its slack or to the sentence that it has none.
    private bool TryReadCheck(ref LineCursor lines, PathChunk chunk, TableLayout layout, in PathHeading heading)
    {
        while (true)
        {
            int row = _rows.ReadFast(ref lines);
            if (row >= 0)
            {
                if (TakeSummary(chunk, row))
                {
                    break;
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
                return false;
            }

            if (line.IsEmpty)
            {
                chunk.AddRow(RowForm.Blank, -1);
            }
            else if (TableHeaderReader.IsRule(line))
            {
                if (line.Length != layout.SeparatorWidth)
                {
                    lines.Return(start);
                    return false;
                }

                chunk.AddRow(RowForm.Separator, -1);
            }
            else if (line.SequenceEqual("(Path is unconstrained)"u8))
            {
                chunk.AddRow(RowForm.Sentence, chunk.Descriptions.Intern(line));
                return true;
            }
            else if (!_rows.TryRead(ref lines, line, start, out row))
            {
                return false;
            }
            else if (TakeSummary(chunk, row))
            {
                break;
            }
        }

        return !IsLatch(chunk.Names, heading) || TimeBorrowReader.TryRead(ref lines, chunk, _rows, layout);
    }

    // The path's arrival, required time and slack are kept once; a row that repeats them keeps none. True for the slack, the last row.
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

    // Reads report_path's table: only rows, up to the first line that is not one. It has no sums, so a table with sums has lost its
    // heading.
    private bool TryReadBareTable(ref LineCursor lines, PathChunk chunk)
    {
        bool hasRows = false;
        while (true)
        {
            int start = lines.Position;
            if (!lines.TryNext(out ReadOnlySpan<byte> line) || !_rows.TryRead(ref lines, line, start, out int row))
            {
                return hasRows && !lines.NeedsMore;
            }

            if (!IsOnTheWay(chunk.Descriptions.Kind(chunk.RowDescription[row])))
            {
                lines.Return(start);
                return false;
            }

            hasRows = true;
        }
    }

    // The rows that a path alone can have: no check's margin and no sum.
    private static bool IsOnTheWay(DescriptionKind kind) => kind is DescriptionKind.Pin or DescriptionKind.Net or DescriptionKind.ClockEdge
        or DescriptionKind.ClockNetworkDelay or DescriptionKind.ClockSourceLatency or DescriptionKind.InputExternalDelay
        or DescriptionKind.TimeBorrow or DescriptionKind.VariationPart;

    private static bool IsPort(NameTable names, int detail) =>
        detail >= 0 && names[detail] is var text && (text.StartsWith("input port"u8) || text.StartsWith("output port"u8));

    private static bool IsLatch(NameTable names, in PathHeading heading) =>
        names[heading.EndpointDetail].IndexOf("level-sensitive latch"u8) >= 0;
}
