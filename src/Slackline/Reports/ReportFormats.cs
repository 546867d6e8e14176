using Slackline.Reports.Checks;
using Slackline.Reports.Design;
using Slackline.Reports.Headings;
using Slackline.Reports.Paths;
using Slackline.Reports.Search;

namespace Slackline.Reports;

/// <summary>The kinds of reports that are known besides paths, the headings of lists of paths, and those of flows, in the order in which they are tried.</summary>
internal static class ReportFormats
{
    // Each with the characters that its first line may begin with, null for any: most lines are no report's, and need not be shown to all.
    private static readonly (string? First, ConfirmedFormat Format)[] s_all =
    [
        ("m", new EndListFormat()),
        ("S", new SummaryListFormat()),
        ("G", new SlackListFormat()),
        ("{", new JsonListFormat()),
        ("N", new NoPathsFormat()),
        ("=", new SectionHeadingFormat()),
        ("=", new CornerHeadingFormat()),
        ("%", new CreatedReportFormat()),
        ("tw", new SlackSummaryFormat()),
        ("m ", new CheckTableFormat()),
        ("m", new LimitDetailsFormat()),
        ("PC", new CheckPathFormat()),
        ("P", new MinPeriodDetailFormat()),
        ("C", new ClockSkewFormat()),
        ("C", new ClockLatencyFormat()),
        (null, new ClockMinPeriodFormat()),
        ("C", new ClockPropertiesFormat()),
        (" (r", new PinTimesFormat()),
        (null, new PinSlewsFormat()),
        (null, new TimingEdgeFormat()),
        (" ", new ReportedUnitsFormat()),
        ("G", new PowerFormat()),
        (" ", new InstancePowerFormat()),
        ("{", new PowerJsonFormat()),
        ("[", new InstancePowerJsonFormat()),
        ("[", new HistogramFormat()),
        ("C", new CellUsageFormat()),
        ("C", new CellCountFormat()),
        ("D", new DesignAreaFormat()),
        ("D", new LongWireFormat()),
        (" ", new AnnotationFormat()),
        ("F", new ParasiticAnnotationFormat()),
        ("N", new NetFormat()),
        ("I", new InstanceFormat()),
        ("C", new LibraryCellFormat()),
        ("P", new PinFormat()),
        ("L", new DelayCalculationFormat()),
        (" vsiu", new ActivityAnnotationFormat()),
        ("W", new SetupFormat()),
        (null, new ConstantFormat()),
        (null, new DisabledEdgesFormat()),
        (" ", new CombinationalLoopFormat()),
        ("0123456789", new TagListFormat()),
        ("G", new TagGroupFormat()),
        ("V", new TagArrivalsFormat()),
        (null, new ClockInfoListFormat()),
        ("L", new LongestHashBucketFormat()),
        ("_{", new TclListLineFormat()),
    ];

    private static readonly ConfirmedFormat[][] s_byFirst =
    [
        .. Enumerable.Range(0, 256).Select(static first => (ConfirmedFormat[])
            [.. s_all.Where(format => format.First is null || format.First.Contains((char)first, StringComparison.Ordinal)).Select(static format => format.Format)]),
    ];

    /// <summary>Those that may begin with a line, but for what is tried only where nothing else fits.</summary>
    public static ReadOnlySpan<ConfirmedFormat> For(ReadOnlySpan<byte> line) => line.IsEmpty ? default : s_byFirst[line[0]];
}
