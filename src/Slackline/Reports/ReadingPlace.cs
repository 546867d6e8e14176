using Slackline.Reports.Paths;

namespace Slackline.Reports;

/// <summary>Where a <see cref="ReportReader"/> is in an output, and what it knows of what came before: all that decides how the next block is read.</summary>
internal sealed class ReadingPlace
{
    /// <summary>How many bytes of the output have been read.</summary>
    public long Offset { get; set; }

    /// <summary>Whether the last block was read as something, not kept verbatim.</summary>
    public bool AfterParsed { get; set; }

    /// <summary>Whether the last line was one of a path's heading, without its path.</summary>
    public bool AfterHeadingLine { get; set; }

    /// <summary>Whether paths in JSON follow one another here.</summary>
    public bool IsInJsonList { get; set; }

    /// <summary>The list whose lines are paths, open or not.</summary>
    public PathListReader List { get; } = new();

    /// <summary>Whether what comes next is read as it would be anywhere between two paths.</summary>
    public bool IsBetweenPaths => AfterParsed && !AfterHeadingLine && !IsInJsonList && !List.IsOpen;

    /// <summary>Makes it a place that is taken to be between two paths, or the beginning of the output.</summary>
    public void MoveTo(long offset)
    {
        Offset = offset;
        AfterParsed = offset > 0;
        AfterHeadingLine = IsInJsonList = false;
        List.Close();
    }
}
