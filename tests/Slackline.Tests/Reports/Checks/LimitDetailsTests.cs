using Slackline.Reports.Checks;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Checks;

public class LimitDetailsTests
{
    [Fact]
    public void Pins_with_edge_and_corner_are_read()
    {
        LimitDetails details = CheckReports.ReadWhole<LimitDetails>(CheckSamples.MaxCapacitanceDetails);
        Assert.Equal(CheckKind.MaxCapacitance, details.Kind);
        Assert.Equal(
            [
                new LimitDetail("_273_/Y", Transition.Rise, "slow", 0.04, 0, 0.03, true),
                new LimitDetail("_274_/Y", Transition.Fall, "slow", 0.04, 0.05, -0.01, false),
            ],
            details.Pins);
    }

    [Fact]
    public void A_corner_may_be_a_scene()
    {
        string text = CheckSamples.MaxCapacitanceDetails.Replace("(corner slow)", "(scene slow)", StringComparison.Ordinal);
        Assert.True(CheckReports.ReadWhole<LimitDetails>(text).NamesScenes);
    }

    [Fact]
    public void Pins_of_newer_versions_stand_one_behind_another()
    {
        string text = CheckSamples.MaxCapacitanceDetails;
        int second = text.IndexOf("\n\nPin _274_", StringComparison.Ordinal);
        LimitDetails details = CheckReports.ReadWhole<LimitDetails>(text.Remove(second, 1));
        Assert.True(details.IsDense);
        Assert.Equal(["_273_/Y", "_274_/Y"], details.Pins.Select(static pin => pin.Pin));
        Assert.Equal(text, CheckReports.Print(details with { IsDense = false }));
    }

    [Fact]
    public void A_fanout_has_no_edge_and_maybe_no_slack() =>
        Assert.Equal(
            [new LimitDetail("inv2/ZN", Transition.None, "", 2, 3, double.NaN, false)],
            CheckReports.ReadWhole<LimitDetails>(CheckSamples.MaxFanoutDetails).Pins);

    [Fact]
    public void A_slew_limit_of_version_2_0_is_read()
    {
        LimitDetails details = CheckReports.ReadWhole<LimitDetails>(CheckSamples.MaxTransitionDetails);
        Assert.Equal((CheckKind.MaxTransition, 5), (details.Kind, details.Digits));
        Assert.Equal([new LimitDetail("core/dp_2/stage_0/q_reg[29]/Q", Transition.Rise, "", 0.9, 0.46976, 0.43024, true)], details.Pins);
    }

    [Fact]
    public void A_changed_value_is_printed()
    {
        LimitDetails details = CheckReports.ReadWhole<LimitDetails>(CheckSamples.MaxTransitionDetails);
        LimitDetails changed = details with { Pins = [details.Pins[0] with { Value = 12.5 }] };
        Assert.Equal(CheckSamples.MaxTransitionDetails.Replace(" 0.46976", "12.50000", StringComparison.Ordinal), CheckReports.Print(changed));
    }
}
