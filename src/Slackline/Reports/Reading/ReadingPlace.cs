using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Reports.Reading;

/// <summary>Where a <see cref="ReportReader"/> is in an output, and what it knows of what came before: all that decides how the next block is read.</summary>
internal sealed class ReadingPlace
{
    /// <summary>How many bytes of the output have been read.</summary>
    public long Offset { get; set; }

    /// <summary>Whether the last block was read as something, not kept verbatim.</summary>
    public bool AfterParsed { get; set; }

    /// <summary>Whether the last line was one of a path's heading, without its path.</summary>
    public bool AfterHeadingLine { get; set; }

    /// <summary>The last mark of a damaged path, whose other marks may follow; none between whole ones.</summary>
    public PathMark DamagedUpTo { get; set; }

    /// <summary>Whether paths in JSON follow one another here.</summary>
    public bool IsInJsonList { get; set; }

    /// <summary>The units that the output has printed last; null while it has printed none that is known of.</summary>
    public TimingUnits? Units { get; set; }

    /// <summary>What reads the rows that may follow those of a report that came in parts; null elsewhere.</summary>
    public ConfirmedFormat? MoreRows { get; set; }

    /// <summary>The list whose lines are paths, open or not.</summary>
    public PathListReader List { get; } = new();

    // The formats that looked far ahead last, and up to where they need not be tried.
    private ConfirmedFormat? _barrenFormat;
    private ConfirmedFormat? _otherBarrenFormat;
    private long _barrenUntil;
    private long _otherBarrenUntil;

    /// <summary>Whether it is known that no report of a kind begins at a place.</summary>
    public bool IsBarren(ConfirmedFormat format, long offset) =>
        (ReferenceEquals(format, _barrenFormat) && offset < _barrenUntil) || (ReferenceEquals(format, _otherBarrenFormat) && offset < _otherBarrenUntil);

    /// <summary>No report of a kind begins before a place.</summary>
    public void SetBarren(ConfirmedFormat format, long until)
    {
        if (!ReferenceEquals(format, _barrenFormat))
        {
            (_otherBarrenFormat, _otherBarrenUntil) = (_barrenFormat, _barrenUntil);
        }

        (_barrenFormat, _barrenUntil) = (format, until);
    }

    /// <summary>Whether what comes next is read as it would be anywhere between two paths.</summary>
    public bool IsBetweenPaths => AfterParsed && !AfterHeadingLine && !IsInJsonList && !List.IsOpen && DamagedUpTo == PathMark.None && MoreRows is null;

    /// <summary>Makes it a place that is taken to be between two paths, or the beginning of the output.</summary>
    public void MoveTo(long offset)
    {
        Offset = offset;
        AfterParsed = offset > 0;
        AfterHeadingLine = IsInJsonList = false;
        DamagedUpTo = PathMark.None;
        Units = null;
        MoreRows = null;
        _barrenFormat = _otherBarrenFormat = null;
        List.Close();
    }
}
