using Slackline.Reports.Checks;

namespace Slackline.Tests.Reports.Checks;

public class CheckTableTests
{
    [Fact]
    public void A_slew_limit_is_read()
    {
        CheckTable table = CheckReports.ReadWhole<CheckTable>(CheckSamples.MaxSlew);
        Assert.Equal(CheckKind.MaxSlew, table.Kind);
        Assert.Equal(new CheckTableLayout(36, 7, 2, false), table.Layout);
        Assert.Equal([new CheckRow("_351_/Y", "", 1.5, 0.95, 0.55, true)], table.Rows);
    }

    [Fact]
    public void A_slew_limit_of_version_2_0_is_read()
    {
        CheckTable table = CheckReports.ReadWhole<CheckTable>(CheckSamples.MaxTransition);
        Assert.Equal(CheckKind.MaxTransition, table.Kind);
        Assert.Equal(["core/dp_2/stage_0/q_reg[29]/Q", "core/dp_2/a_stage_with_a_long_name/q_reg[29]/Q"], table.Rows.Select(row => row.Pin));
        Assert.Equal(-0.4, table.Rows[1].Slack);
        Assert.False(table.Rows[1].IsMet);
    }

    [Fact]
    public void Rows_may_be_spaced_and_a_slack_blank()
    {
        CheckTable table = CheckReports.ReadWhole<CheckTable>(CheckSamples.MaxFanout);
        Assert.True(table.Layout.AreRowsSpaced);
        Assert.Equal([new CheckRow("inv2/ZN", "", 2, 3, double.NaN, false), new CheckRow("inv3/ZN", "", 2, 5, -3, false)], table.Rows);
    }

    [Fact]
    public void Pulse_widths_are_read() =>
        Assert.Equal(
            [
                new CheckRow("specials/dividers/u_core_to_double/CK", "high", 0.24, 0.53, 0.29, true),
                new CheckRow("core/dp_0/stage_0/q_reg[1]/CK", "low", 0.24, 1.04, 0.8, true),
            ],
            Rows(CheckSamples.PulseWidths, CheckKind.PulseWidth));

    [Fact]
    public void A_period_stands_before_its_minimum() =>
        Assert.Equal([new CheckRow("specials/dividers/u_core_to_double/CK", "", 0.7, 1.1, 0.4, true)], Rows(CheckSamples.MinPeriod, CheckKind.MinPeriod));

    [Fact]
    public void A_skew_names_its_edges() =>
        Assert.Equal([new CheckRow("specials/data_checks/u_two_clocks/CKS", "^->^", 0.25, 0.19, 0.06, true)], Rows(CheckSamples.MaxSkew, CheckKind.MaxSkew));

    [Fact]
    public void A_changed_slack_is_printed()
    {
        CheckTable table = CheckReports.ReadWhole<CheckTable>(CheckSamples.MaxSlew);
        CheckTable changed = table with { Rows = [table.Rows[0] with { Slack = -10.25, IsMet = false }] };
        Assert.Equal(CheckSamples.MaxSlew.Replace("   0.55 (MET)", " -10.25 (VIOLATED)", StringComparison.Ordinal), CheckReports.Print(changed));
    }

    private static IReadOnlyList<CheckRow> Rows(string text, CheckKind kind)
    {
        CheckTable table = CheckReports.ReadWhole<CheckTable>(text);
        Assert.Equal(kind, table.Kind);
        return table.Rows;
    }
}
