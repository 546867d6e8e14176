using Slackline.Reports;
using Slackline.Reports.Checks;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Checks;

public class ClockReportTests
{
    [Fact]
    public void A_skew_is_read()
    {
        ClockSkew skew = CheckReports.ReadWhole<ClockSkew>(CheckSamples.ClockSkew);
        Assert.Equal(("clk", ClockSkewForm.Sum, PathType.Max), (skew.Clock, skew.Form, skew.PathType));
        Assert.Equal(new ClockEnd("_423_/CLK", Transition.Rise, 0.42), skew.Source);
        Assert.Equal(new ClockEnd("_412_/CLK", Transition.Rise, 0.43), skew.Target);
        Assert.Equal((0.0, -0.01), (skew.Crpr, skew.Skew));
    }

    [Fact]
    public void A_skew_is_read_with_all_its_terms()
    {
        ClockSkew skew = CheckReports.ReadWhole<ClockSkew>(CheckSamples.ClockSkewWithAllTerms);
        Assert.Equal((0.1, 0.2), (skew.Source!.InternalDelay, skew.Target!.InternalDelay));
        Assert.Equal((0.05, -0.01, -0.07, PathType.Min), (skew.Uncertainty, skew.Crpr, skew.Skew, skew.PathType));
    }

    [Fact]
    public void A_skew_of_version_2_0_is_read()
    {
        ClockSkew skew = CheckReports.ReadWhole<ClockSkew>(CheckSamples.ClockSkewColumns);
        Assert.Equal((ClockSkewForm.Columns, PathType.Unknown), (skew.Form, skew.PathType));
        Assert.Equal(new ClockEnd("core/dp_0/stage_1/u_clk_gate/CK", Transition.Rise, 0.3), skew.Target);
        Assert.Equal((-0.01, 0.4), (skew.Crpr, skew.Skew));
    }

    [Fact]
    public void A_clock_without_paths_has_no_skew() =>
        Assert.Equal(ClockSkewForm.NoPaths, CheckReports.ReadWhole<ClockSkew>(CheckSamples.ClockSkewWithoutPaths).Form);

    [Fact]
    public void A_changed_latency_is_printed()
    {
        ClockSkew skew = CheckReports.ReadWhole<ClockSkew>(CheckSamples.ClockSkew);
        ClockSkew changed = skew with { Target = skew.Target! with { Latency = 1.5 } };
        Assert.Equal(CheckSamples.ClockSkew.Replace("-0.43", "-1.50", StringComparison.Ordinal), CheckReports.Print(changed));
    }

    [Fact]
    public void A_latency_is_read_by_edges()
    {
        ClockLatency latency = CheckReports.ReadWhole<ClockLatency>(CheckSamples.ClockLatency);
        Assert.Equal([Transition.Rise, Transition.Fall], latency.Sections.Select(section => section.EndTransition));
        LatencySection rise = latency.Sections[0];
        Assert.Equal(("_442_/CLK", "_412_/CLK"), (rise.MinPin, rise.MaxPin));
        Assert.Equal(new MinMaxTime(0.42, 0.43), rise.NetworkLatency);
        Assert.Equal(new MinMaxTime(0, 0.1), rise.InternalLatency);
        Assert.Equal(new MinMaxTime(0.42, 0.53), rise.Latency);
        Assert.Equal(0.11, rise.Skew);
        Assert.Null(latency.Sections[1].InternalLatency);
    }

    [Fact]
    public void A_changed_section_is_printed()
    {
        ClockLatency latency = CheckReports.ReadWhole<ClockLatency>(CheckSamples.ClockLatency);
        ClockLatency changed = latency with { Sections = [latency.Sections[0] with { Skew = 3 }, latency.Sections[1]] };
        Assert.Equal(CheckSamples.ClockLatency.Replace("0.11 skew", "3.00 skew", StringComparison.Ordinal), CheckReports.Print(changed));
    }

    [Fact]
    public void A_latency_inside_a_cell_had_another_name()
    {
        ClockLatency latency = CheckReports.ReadWhole<ClockLatency>(CheckSamples.ClockLatency.Replace("internal clock latency", "liberty clock tree delay", StringComparison.Ordinal));
        Assert.Equal((new MinMaxTime(0, 0.1), true), (latency.Sections[0].InternalLatency, latency.Sections[0].NamesLibertyTree));
    }

    [Fact]
    public void A_clock_without_registers_has_its_name_alone()
    {
        BlockRecorder read = BlockRecorder.Read("Clock io_clk\n\n");
        Assert.Equal([BlockKind.Report, BlockKind.BlankLines], read.Blocks.Select(static block => block.Kind));
        Assert.Empty(Assert.IsType<ClockLatency>(read.Blocks[0].Report).Sections);
    }

    [Fact]
    public void A_minimum_period_is_read()
    {
        ClockMinPeriod period = CheckReports.ReadWhole<ClockMinPeriod>(CheckSamples.ClockMinPeriod);
        Assert.Equal(("clk", 4.94, 202.63), (period.Clock, period.MinPeriod, period.MaxFrequency));
        Assert.Equal("clk period_min = 4.94 fmax = 1.00\n", CheckReports.Print(period with { MaxFrequency = 1 }));
    }

    [Fact]
    public void A_clock_without_paths_may_be_as_fast_as_it_likes() =>
        Assert.True(double.IsPositiveInfinity(CheckReports.ReadWhole<ClockMinPeriod>("div_clk period_min = 0.00 fmax = inf\n").MaxFrequency));

    [Fact]
    public void Waveforms_are_read_where_columns_touch()
    {
        ClockProperties properties = CheckReports.ReadWhole<ClockProperties>(CheckSamples.ClockProperties);
        Assert.Equal([0, 1.100000024], properties.Clocks[0].Edges);
        Assert.Equal(("core_inverted_clk", 2.200000048, true), (properties.Clocks[1].Clock, properties.Clocks[1].Period, properties.Clocks[1].IsGenerated));
    }

    [Fact]
    public void A_changed_period_is_printed()
    {
        ClockProperties properties = CheckReports.ReadWhole<ClockProperties>(CheckSamples.ClockProperties);
        ClockProperties changed = properties with { Clocks = [properties.Clocks[0] with { Period = 3 }, properties.Clocks[1]] };
        Assert.Equal(
            CheckSamples.ClockProperties.Replace("core_clk            2.200000048", "core_clk            3.000000000", StringComparison.Ordinal),
            CheckReports.Print(changed));
    }
}
