using Slackline.Reports.Checks;
using Slackline.Reports.Design;
using Slackline.Reports.Paths;
using Slackline.Reports.Search;

namespace Slackline.Reports;

/// <summary>The kinds of reports that are known besides paths, and the headings of lists of paths, in the order in which they are tried.</summary>
internal static class ReportFormats
{
    /// <summary>All of them, but for what is tried only where nothing else fits.</summary>
    public static IReadOnlyList<IReportFormat> All { get; } =
    [
        new EndListFormat(),
        new SummaryListFormat(),
        new SlackListFormat(),
        new JsonListFormat(),
        new NoPathsFormat(),
        new SlackSummaryFormat(),
        new CheckTableFormat(),
        new LimitDetailsFormat(),
        new CheckPathFormat(),
        new MinPeriodDetailFormat(),
        new ClockSkewFormat(),
        new ClockLatencyFormat(),
        new ClockMinPeriodFormat(),
        new ClockPropertiesFormat(),
        new PinTimesFormat(),
        new PinSlewsFormat(),
        new TimingEdgeFormat(),
        new ReportedUnitsFormat(),
        new PowerFormat(),
        new InstancePowerFormat(),
        new PowerJsonFormat(),
        new InstancePowerJsonFormat(),
        new HistogramFormat(),
        new CellUsageFormat(),
        new CellCountFormat(),
        new DesignAreaFormat(),
        new LongWireFormat(),
        new AnnotationFormat(),
        new ParasiticAnnotationFormat(),
        new NetFormat(),
        new InstanceFormat(),
        new LibraryCellFormat(),
        new PinFormat(),
        new DelayCalculationFormat(),
        new ActivityAnnotationFormat(),
        new SetupFormat(),
        new ConstantFormat(),
        new DisabledEdgesFormat(),
        new CombinationalLoopFormat(),
        new TagListFormat(),
        new TagGroupFormat(),
        new TagArrivalsFormat(),
        new ClockInfoListFormat(),
        new LongestHashBucketFormat(),
        new TclListLineFormat(),
    ];
}
