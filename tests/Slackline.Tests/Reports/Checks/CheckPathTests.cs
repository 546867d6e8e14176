using Slackline.Reports.Checks;

namespace Slackline.Tests.Reports.Checks;

public class CheckPathTests
{
    [Fact]
    public void A_pulse_width_is_read()
    {
        CheckPath path = CheckReports.ReadWhole<CheckPath>(CheckSamples.PulseWidthPath);
        Assert.Equal(CheckKind.PulseWidth, path.Kind);
        Assert.Equal(("specials/dividers/u_core_to_double/CK", "sequential_clock_pulse_width"), (path.Pin, path.Check));
        Assert.Equal((0.24, 0.53, 0.29), (path.Required, path.Actual, path.Slack));
        Assert.Equal(0.32, path.Table.Rows.ElementAt(6).Delay);
    }

    [Fact]
    public void A_maximum_skew_is_read()
    {
        CheckPath path = CheckReports.ReadWhole<CheckPath>(CheckSamples.MaxSkewPath);
        Assert.Equal(CheckKind.MaxSkew, path.Kind);
        Assert.Equal(("specials/data_checks/u_two_clocks/CKS", "specials/data_checks/u_two_clocks/CK"), (path.Pin, path.ReferencePin));
        Assert.Equal((0.25, 0.19, 0.06), (path.Required, path.Actual, path.Slack));
    }

    [Fact]
    public void A_changed_slack_is_printed()
    {
        CheckPath path = CheckReports.ReadWhole<CheckPath>(CheckSamples.PulseWidthPath);
        path.Table.Chunk.SetSlack(0, 7.5);
        Assert.Equal(CheckSamples.PulseWidthPath.Replace("0.29   slack", "7.50   slack", StringComparison.Ordinal), CheckReports.Print(path));
    }

    [Fact]
    public void A_minimum_period_is_read()
    {
        MinPeriodDetail detail = CheckReports.ReadWhole<MinPeriodDetail>(CheckSamples.MinPeriodDetail);
        Assert.Equal("specials/dividers/u_core_to_double/CK", detail.Pin);
        Assert.Equal((1.1, 0.7, 0.4, true), (detail.Period, detail.MinPeriod, detail.Slack, detail.IsMet));
    }

    [Fact]
    public void A_minimum_period_is_read_under_its_new_names()
    {
        string text = CheckSamples.MinPeriodDetail
            .Replace("Period", "period", StringComparison.Ordinal)
            .Replace("min_period", "min period", StringComparison.Ordinal);
        Assert.False(CheckReports.ReadWhole<MinPeriodDetail>(text).HasOldNames);
    }

    [Fact]
    public void A_changed_minimum_period_is_printed()
    {
        MinPeriodDetail changed = CheckReports.ReadWhole<MinPeriodDetail>(CheckSamples.MinPeriodDetail) with { MinPeriod = 0 };
        Assert.Equal(CheckSamples.MinPeriodDetail.Replace("-0.70", "-0.00", StringComparison.Ordinal), CheckReports.Print(changed));
    }
}
