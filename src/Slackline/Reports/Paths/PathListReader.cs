using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>
/// Reads the lines below a <see cref="PathListHeading"/>, each of which is a path. It is open from the heading to the first empty line.
/// </summary>
internal sealed class PathListReader
{
    private const int DigitsUnknown = -1;

    private PathListHeading? _heading;
    private TableLayout _layout = null!;
    private byte[] _group = [];

    // The path before, whose names this path probably shares.
    private PathHeading _last;
    private ListNumbers _numbers = null!;
    private int _digits;

    /// <summary>Whether the next line may be a path.</summary>
    public bool IsOpen => _heading is not null;

    /// <summary>Whether a path was read since the heading. Before the first path, the tool may print that there is none.</summary>
    public bool HasPaths { get; private set; }

    /// <summary>Begins the list below a heading.</summary>
    public void Open(PathListHeading heading)
    {
        _heading = heading;
        _layout = new TableLayout(
        [
            new TableColumn(ColumnKind.Description, "", heading.NameWidth),
            new TableColumn(ColumnKind.Time, "", heading.NumberWidth),
        ]);
        _group = heading is EndListHeading end ? Encoding.UTF8.GetBytes(end.Group) : [];
        _last = new PathHeading { Format = heading.Format };
        _numbers = new ListNumbers(heading is EndListHeading ? 3 : 1, heading.NumberWidth);
        _digits = DigitsUnknown;
        HasPaths = false;
    }

    /// <summary>Ends the list.</summary>
    public void Close() => _heading = null;

    /// <summary>Adds the path in the cursor's next line to the chunk. False when the line is not a path of this list.</summary>
    public bool TryRead(ref LineCursor lines, PathChunk chunk)
    {
        PathListHeading list = _heading!;
        PathHeading heading = _last;
        heading.Shape = PathShape.None;
        if (!lines.TryNext(out ReadOnlySpan<byte> line) || !TryRead(line, list, chunk.Names, ref heading, out ListedTimes times))
        {
            return false;
        }

        if (times.Digits != DigitsUnknown && _digits != DigitsUnknown && times.Digits != _digits)
        {
            return false;
        }

        if (lines.EndsWithoutLineEnd)
        {
            if (MayBeCut(list.Format, times.Digits))
            {
                return false;
            }

            heading.Shape |= PathShape.NoFinalLineEnd;
        }

        heading.Shape |= lines.CarriageReturns ? PathShape.CarriageReturns : 0;
        _digits = times.Digits == DigitsUnknown ? _digits : times.Digits;
        _numbers.UseDigits(_digits);
        HasPaths = true;
        _last = heading;
        chunk.CommitPath(heading, times.Arrival, times.Required, times.Slack, chunk.UseLayout(_layout), Math.Max(times.Digits, 0));
        return true;
    }

    // A line that ends in a number is whole without its line end only if the number has as many digits as those above it.
    private bool MayBeCut(PathFormat format, int digits) => format != PathFormat.End && (digits <= 0 || digits != _digits);

    // The heading starts with the values of the row before; all rows of a list share most of them.
    private bool TryRead(ReadOnlySpan<byte> line, PathListHeading list, NameTable names, ref PathHeading heading, out ListedTimes times)
    {
        switch (list)
        {
            case EndListHeading end:
                heading.PathType = end.PathType;
                heading.PathGroup = names.Intern(_group, heading.PathGroup);
                return EndRow.TryRead(line, _layout, _numbers, names, ref heading, out times);
            case SummaryListHeading:
                return SummaryRow.TryRead(line, _layout, _numbers, names, ref heading, out times);
            default:
                return SlackRow.TryRead(line, _layout, _numbers, names, ref heading, out times);
        }
    }
}
