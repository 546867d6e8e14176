using Slackline.Reports.Design;

namespace Slackline.Tests.Reports.Design;

public class AnnotationReportTests
{
    [Fact]
    public void Delays_are_counted_and_listed()
    {
        AnnotationReport report = Sample.Read<AnnotationReport>(DesignSamples.AnnotatedDelay);
        Assert.Equal(AnnotatedTiming.Delay, report.Timing);
        Assert.Equal(new AnnotationCount("cell arcs", 25452, 1, 25451, new ConstantArcCount(0, 4)), report.Counts[0]);
        Assert.Equal((25511, 1, 25510), (report.Total, report.Annotated, report.NotAnnotated));
        Assert.Equal(new AnnotatedArc("delay", "u1/A", "u1/Z", Condition: null), Assert.Single(report.AnnotatedArcs!));
        Assert.Equal("primary input net", report.UnannotatedArcs![0].Role);
        Assert.Contains("                                  30000           1", Sample.Print(report with { Total = 30000 }), StringComparison.Ordinal);
    }

    [Fact]
    public void Checks_may_have_conditions_and_periods_have_one_pin()
    {
        AnnotationReport report = Sample.Read<AnnotationReport>(DesignSamples.AnnotatedCheck);
        Assert.Equal(AnnotatedTiming.Check, report.Timing);
        Assert.Equal(["", "SE == 1'b0", null], report.AnnotatedArcs!.Select(arc => arc.Condition));
        Assert.Equal(["r1/D", "r1/D", null], report.AnnotatedArcs!.Select(arc => arc.To));
        Assert.Null(report.UnannotatedArcs);
    }

    [Fact]
    public void Drivers_without_parasitics_are_listed_if_asked_for()
    {
        ParasiticAnnotationReport report = Sample.Read<ParasiticAnnotationReport>(DesignSamples.ParasiticAnnotation);
        Assert.Equal(["u1/Z", "u2/Z"], report.Unannotated);
        Assert.Equal("u3/Z", report.PartiallyAnnotated[0].Driver);
        Assert.Equal(["u4/A", "u5/A"], report.PartiallyAnnotated[0].UnannotatedLoads);

        ParasiticAnnotationReport counts = Sample.Read<ParasiticAnnotationReport>(DesignSamples.ParasiticCounts);
        Assert.Equal((0, 3), (counts.UnannotatedCount, counts.PartiallyAnnotatedCount));
        Assert.StartsWith("Found 5 unannotated drivers.\n", Sample.Print(counts with { UnannotatedCount = 5 }), StringComparison.Ordinal);
    }
}
