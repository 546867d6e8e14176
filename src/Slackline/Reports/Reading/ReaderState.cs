using Slackline.Reports.Checks;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Reports.Reading;

/// <summary>
/// Where a <see cref="ReportReader"/> is in an output, and what it knows of the text before: everything that decides how the next block is
/// read.
/// </summary>
internal sealed class ReaderState
{
    /// <summary>How many bytes of the output have been read.</summary>
    public long Offset { get; set; }

    /// <summary>Whether the last block was parsed, not kept verbatim.</summary>
    public bool AfterParsed { get; private set; }

    /// <summary>Whether the reader is in a JSON list of paths.</summary>
    public bool IsInJsonList { get; private set; }

    /// <summary>The units that the output printed last; null while it has printed none that are known.</summary>
    public TimingUnits? Units { get; set; }

    /// <summary>The reader of rows that may follow a report that came in parts; null elsewhere.</summary>
    public RoundTripReader? MoreRows { get; set; }

    /// <summary>The list whose lines are paths, open or not.</summary>
    public PathListReader List { get; } = new();

    // Whether the last line was a line of a path's heading without its path.
    private bool _isAfterHeadingLine;

    // The last mark of a damaged path, whose other marks may follow; none between whole paths.
    private PathMark _damagedUpTo;

    // The readers that looked far ahead last, and up to where they need not be tried.
    private RoundTripReader? _skippingReader;
    private RoundTripReader? _otherSkippingReader;
    private long _skippedUntil;
    private long _otherSkippedUntil;

    /// <summary>Whether the next text is read as it would be anywhere between two paths.</summary>
    public bool IsBetweenPaths =>
        AfterParsed && !_isAfterHeadingLine && !IsInJsonList && !List.IsOpen && _damagedUpTo == PathMark.None && MoreRows is null;

    /// <summary>Moves to an offset that is assumed to be between two paths, or is the beginning of the output.</summary>
    public void MoveTo(long offset)
    {
        Offset = offset;
        AfterParsed = offset > 0;
        _isAfterHeadingLine = IsInJsonList = false;
        _damagedUpTo = PathMark.None;
        Units = null;
        MoreRows = null;
        _skippingReader = _otherSkippingReader = null;
        List.Close();
    }

    /// <summary>Whether no report of this reader begins at an offset, as far as is known.</summary>
    public bool MaySkip(RoundTripReader reader, long offset) =>
        (ReferenceEquals(reader, _skippingReader) && offset < _skippedUntil)
        || (ReferenceEquals(reader, _otherSkippingReader) && offset < _otherSkippedUntil);

    /// <summary>Records that no report of a reader begins before an offset.</summary>
    public void SkipUntil(RoundTripReader reader, long until)
    {
        if (!ReferenceEquals(reader, _skippingReader))
        {
            (_otherSkippingReader, _otherSkippedUntil) = (_skippingReader, _skippedUntil);
        }

        (_skippingReader, _skippedUntil) = (reader, until);
    }

    /// <summary>A path was read.</summary>
    public void PassPath()
    {
        AfterParsed = true;
        _isAfterHeadingLine = false;
        _damagedUpTo = PathMark.None;
    }

    /// <summary>A report of another kind, or a heading, was read.</summary>
    public void PassReport()
    {
        AfterParsed = true;
        _isAfterHeadingLine = false;
    }

    /// <summary>Text was kept verbatim.</summary>
    public void PassVerbatim() => AfterParsed = false;

    /// <summary>Takes from a report what decides how the text after it is read.</summary>
    public void Use(Report report)
    {
        IsInJsonList = report is JsonListHeading || (IsInJsonList && report is ObjectLine);
        List.Close();
        MoreRows = report.MoreRows;
        if (report is PathListHeading heading)
        {
            List.Open(heading);
        }
        else if (report is ReportedUnits printed && printed.ToUnits() is { } own && own != Units)
        {
            Units = own;
        }
    }

    /// <summary>Records that a path is damaged. These are its first lines.</summary>
    public void BeginDamaged(ReadOnlySpan<byte> lines)
    {
        _isAfterHeadingLine = true;
        _damagedUpTo = lines.IndexOf("\nPath Group: "u8) >= 0 ? PathMark.Group : PathMark.Startpoint;
    }

    /// <summary>
    /// Whether column titles belong to a damaged path: they follow a line of its heading, or they have a log's prefix and a damaged path has
    /// not ended.
    /// </summary>
    public bool IsTitleOfDamaged(ReadOnlySpan<byte> line) =>
        (_isAfterHeadingLine || _damagedUpTo != PathMark.None) && TableHeaderReader.IsTitleLine(line)
        && (_isAfterHeadingLine || !TableHeaderReader.HasTitles(line));

    /// <summary>What is wrong with a line that could not be read as anything.</summary>
    public Damage UseUnreadLine(in BlockText block)
    {
        ReadOnlySpan<byte> line = block.Line;
        _isAfterHeadingLine = IsHeadingLine(line);

        // In a list of paths every line is one. One that ends with the text has lost its end.
        bool isInList = List.IsOpen && (List.HasPaths || !line.SequenceEqual("No paths found."u8));
        Damage damage = isInList ? Damage.Broken : UseUnread(line);
        if (_isAfterHeadingLine || TimeBorrowReader.IsTitle(line))
        {
            // The rest of a damaged path: its rows are not a list's.
            List.Close();
        }

        return damage != Damage.None && block.HasNoLineEnd ? Damage.Cut : damage;
    }

    /// <summary>
    /// What is wrong with text that was not read as a path but may have the marks of one. The marks come in a fixed order, so the later
    /// marks of a damaged path that was already reported are recognised.
    /// </summary>
    public Damage UseUnread(ReadOnlySpan<byte> text)
    {
        PathMark mark = PathLines.MarkIn(text);
        if (mark == PathMark.None)
        {
            return Damage.None;
        }

        bool isReported = _damagedUpTo != PathMark.None && mark > _damagedUpTo;
        _damagedUpTo = mark == PathMark.Slack ? PathMark.None : mark;
        return isReported ? Damage.None : Damage.Unread;
    }

    // A table under one of these lines belongs to a path or a check that is damaged: it is not a path by itself.
    private static bool IsHeadingLine(ReadOnlySpan<byte> line) =>
        line.StartsWith("Path Type: "u8) || line.StartsWith("Mode: "u8) || line.StartsWith("Path Group: "u8)
        || line.StartsWith("Corner: "u8) || line.StartsWith("Endpoint: "u8) || line.StartsWith("Check: "u8);
}
