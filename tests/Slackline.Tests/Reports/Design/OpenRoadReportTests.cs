using Slackline.Reports.Design;

namespace Slackline.Tests.Reports.Design;

public class OpenRoadReportTests
{
    [Fact]
    public void A_histogram_has_bins_of_slack()
    {
        HistogramReport report = Sample.Read<HistogramReport>(DesignSamples.Histogram);
        Assert.Equal([new(-0.006, 0.120, 302), new(0.120, 0.246, 0), new(0.246, 0.372, 1), new(0.372, 0.498, 151)], report.Bins);
        Assert.Equal((3, 6), (report.Digits, report.BoundWidth));
    }

    [Fact]
    public void A_bars_length_follows_from_its_count()
    {
        HistogramReport report = Sample.Read<HistogramReport>(DesignSamples.Histogram);
        string text = Sample.Print(report with { Bins = [new(0, 1, 50), new(1, 2, 10)] });
        Assert.EndsWith($"[ 1.000,  2.000]: {new string('*', 10)} (10)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_histogram_of_depths_has_no_digits()
    {
        HistogramReport report = Sample.Read<HistogramReport>(DesignSamples.DepthHistogram);
        Assert.Equal((0, 2), (report.Digits, report.BoundWidth));
        Assert.Equal(10, report.Bins[1].To);
    }

    [Fact]
    public void Bounds_may_stand_out_of_their_padding() => Assert.Equal(7, Sample.Read<HistogramReport>(DesignSamples.WideHistogram).BoundWidth);

    [Fact]
    public void Cell_usage_tells_kinds_and_cells()
    {
        CellUsageReport report = Sample.Read<CellUsageReport>(DesignSamples.CellUsage);
        Assert.Equal(("core/alu", "ALU_16"), (report.ModuleInstance, report.Module));
        Assert.Equal([new("Tap cell", 228, 60.65), new("Multi-Input combinational cell", 241, 316.54)], report.Kinds);
        Assert.Equal(new CellUsage("Total", 469, 377.19), report.Total);
        Assert.Equal(["AND2_X1", "TAPCELL_X1"], report.Cells!.Select(cell => cell.Name));
        Assert.DoesNotContain("Cell instance report:", Sample.Print(report with { Cells = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_cell_usage_may_be_as_wide_as_what_is_in_them()
    {
        CellUsageReport report = Sample.Read<CellUsageReport>(DesignSamples.WideCellUsage);
        Assert.True(report.HasWideColumns);
        Assert.Equal(new CellUsage("A_MASTER_WITH_A_NAME_LONGER_THAN_ITS_COLUMN_X1", 12345678, 1234567890.5), Assert.Single(report.Cells!));
        Assert.StartsWith("Cell type report:                       Count       Area\n", Sample.Print(report with { HasWideColumns = false }), StringComparison.Ordinal);
    }

    [Fact]
    public void First_versions_count_cells_and_know_no_areas() =>
        Assert.Equal([new("Fill cells", 168), new("Buffer/inverters", 232), new("Sequential cells", 35)], Sample.Read<CellCountReport>(DesignSamples.CellCounts).Kinds);

    [Fact]
    public void Long_wires_have_two_lengths_and_a_delay()
    {
        LongWireReport report = Sample.Read<LongWireReport>(DesignSamples.LongWires);
        Assert.Equal([new("u2/Z", 1998.8, 2014.2, 0.57), new("in1", 2.2, 2.2, 0)], report.Wires);
        Assert.Equal("Driver    length delay\nin1 manhtn 2.2 steiner 2.2 0.0000\n", Sample.Print(report with { Wires = [report.Wires[1]], Digits = 4 }));
        Assert.Empty(Sample.Read<LongWireReport>("Driver    length delay\n").Wires);
    }

    [Fact]
    public void The_area_has_a_unit()
    {
        DesignAreaReport report = Sample.Read<DesignAreaReport>(DesignSamples.DesignArea);
        Assert.Equal((670, "um", 10), (report.Area, report.Unit, report.Utilization));
        Assert.Equal("Design area 670 u^2 11% utilization.\n", Sample.Print(report with { Unit = "u", Utilization = 11 }));
    }
}
