using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Reads the lines of a path above the first row of its table: startpoint, endpoint, group, type, mode, corner, column titles. When a step
/// fails, the cursor is before the wrong line, or <see cref="LineCursor.NeedsMore"/> is set.
/// </summary>
internal sealed class HeadingReader
{
    private readonly TableHeaderReader _titles = new();
    private readonly HeadingCache _cache = new();
    private int _startpointDetail;
    private int _endpointDetail;

    /// <summary>Reads the <c>Startpoint:</c> and <c>Endpoint:</c> lines. Takes nothing where a table without a heading begins.</summary>
    public bool TryReadEnds(ref LineCursor lines, NameTable names, ref PathHeading heading)
    {
        int start = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return false;
        }

        if (!line.StartsWith("Startpoint: "u8))
        {
            lines.Return(start);
            return true;
        }

        heading.Shape |= PathShape.Headed;
        line = line["Startpoint: ".Length..];
        if (!TryReadEnd(
            ref lines, line, "            ("u8, names, _startpointDetail, out heading.Startpoint, out heading.StartpointDetail,
            out bool isWrapped))
        {
            return false;
        }

        heading.Shape |= isWrapped ? PathShape.StartpointWrapped : 0;
        if (!TryReadPrefixed(ref lines, "Endpoint: "u8, out line)
            || !TryReadEnd(
                ref lines, line, "          ("u8, names, _endpointDetail, out heading.Endpoint, out heading.EndpointDetail, out isWrapped))
        {
            return false;
        }

        heading.Shape |= isWrapped ? PathShape.EndpointWrapped : 0;

        // The next path most likely has the same details.
        _startpointDetail = heading.StartpointDetail;
        _endpointDetail = heading.EndpointDetail;
        return true;
    }

    /// <summary>Reads on to the first row. <paramref name="columns"/> is null for a path in the format short, which has no table.</summary>
    public bool TryReadToTable(ref LineCursor lines, PathChunk chunk, ref PathHeading heading, out RowColumns? columns)
    {
        int start = lines.Position;
        if (_cache.TryRead(ref lines, chunk, ref heading, out columns))
        {
            return true;
        }

        columns = null;
        if ((heading.Shape & PathShape.Headed) != 0)
        {
            if (!TryReadGroup(ref lines, chunk.Names, ref heading) || !TryReadShortEnd(ref lines, out bool isShort))
            {
                return false;
            }

            if (isShort)
            {
                return true;
            }
        }

        if (!TryReadTitles(ref lines, out columns))
        {
            return false;
        }

        _cache.Store(lines.TextFrom(start), lines.CarriageReturns, chunk, heading, columns!);
        return true;
    }

    // NAME (DETAIL), or NAME and on the next line, under it, (DETAIL).
    private static bool TryReadEnd(
        scoped ref LineCursor lines,
        ReadOnlySpan<byte> line,
        scoped ReadOnlySpan<byte> indent,
        NameTable names,
        int likelyDetail,
        out int name,
        out int detail,
        out bool isWrapped)
    {
        isWrapped = false;
        int bracket = line.EndsWith(")"u8) ? line.IndexOf(" ("u8) : -1;
        if (bracket >= 0)
        {
            name = names.Intern(line[..bracket]);
            detail = names.Intern(line[(bracket + 2)..^1], likelyDetail);
            return true;
        }

        name = names.Intern(line);
        detail = PathChunk.NoName;
        isWrapped = true;
        int start = lines.Position;
        if (!lines.TryNext(out line))
        {
            return false;
        }

        if (!line.StartsWith(indent) || !line.EndsWith(")"u8))
        {
            lines.Return(start);
            return false;
        }

        detail = names.Intern(line[indent.Length..^1], likelyDetail);
        return true;
    }

    // The lines between the endpoint and the table.
    private static bool TryReadGroup(ref LineCursor lines, NameTable names, ref PathHeading heading)
    {
        if (!TryReadPrefixed(ref lines, "Path Group: "u8, out ReadOnlySpan<byte> group))
        {
            return false;
        }

        heading.PathGroup = names.Intern(group);
        int start = lines.Position;
        if (!TryReadPrefixed(ref lines, "Path Type: "u8, out ReadOnlySpan<byte> type))
        {
            return false;
        }

        heading.PathType = TimingWords.TypeOf(type);
        if (heading.PathType == PathType.Unknown)
        {
            lines.Return(start);
            return false;
        }

        return TryReadOptional(ref lines, "Mode: "u8, names, out heading.Mode)
            && TryReadOptional(ref lines, "Corner: "u8, names, out heading.Corner);
    }

    // A line that only analyses of several modes or corners print. True, too, where another line follows.
    private static bool TryReadOptional(scoped ref LineCursor lines, scoped ReadOnlySpan<byte> prefix, NameTable names, out int name)
    {
        name = PathChunk.NoName;
        int start = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return false;
        }

        if (line.StartsWith(prefix))
        {
            name = names.Intern(line[prefix.Length..]);
        }
        else
        {
            lines.Return(start);
        }

        return true;
    }

    // An empty line and the table follow; in the format short the path ends here, and two empty lines follow.
    private static bool TryReadShortEnd(ref LineCursor lines, out bool isShort)
    {
        isShort = false;
        int end = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> line))
        {
            return false;
        }

        if (!line.IsEmpty)
        {
            lines.Return(end);
            return false;
        }

        int table = lines.Position;
        if (!lines.TryNext(out line))
        {
            return false;
        }

        isShort = line.IsEmpty;
        lines.Return(isShort ? end : table);
        return true;
    }

    private bool TryReadTitles(ref LineCursor lines, out RowColumns? columns)
    {
        columns = null;
        int start = lines.Position;
        if (!lines.TryNext(out ReadOnlySpan<byte> titles))
        {
            return false;
        }

        if (TableHeaderReader.IsTitleLine(titles))
        {
            start = lines.Position;
            if (!lines.TryNext(out ReadOnlySpan<byte> dashes))
            {
                return false;
            }

            columns = TableHeaderReader.IsRule(dashes) ? _titles.Read(titles, dashes.Length) : null;
        }

        if (columns is null)
        {
            lines.Return(start);
        }

        return columns is not null;
    }

    private static bool TryReadPrefixed(scoped ref LineCursor lines, scoped ReadOnlySpan<byte> prefix, out ReadOnlySpan<byte> rest)
    {
        int start = lines.Position;
        if (!lines.TryNext(out rest))
        {
            return false;
        }

        if (!rest.StartsWith(prefix))
        {
            lines.Return(start);
            return false;
        }

        rest = rest[prefix.Length..];
        return true;
    }
}
