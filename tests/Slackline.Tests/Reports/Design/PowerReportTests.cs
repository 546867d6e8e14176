using Slackline.Reports.Design;

namespace Slackline.Tests.Reports.Design;

public class PowerReportTests
{
    [Fact]
    public void The_designs_power_is_told_by_kind_of_cells()
    {
        PowerReport report = Sample.Read<PowerReport>(DesignSamples.Power);
        Assert.Equal(["Sequential", "Combinational", "Clock", "Macro", "Pad"], report.Groups.Select(group => group.Name));
        Assert.Equal(new PowerValues(3.42e-4, 9.67e-5, 2.96e-10, 4.39e-4), report.Groups[0].Power);
        Assert.Equal(33.1, report.Groups[0].Percent);
        Assert.Equal(1.33e-3, report.Total.Power.Total);
        Assert.Equal((52.9, 47.1, 0.0), (report.InternalPercent, report.SwitchingPercent, report.LeakagePercent));
        Assert.Equal(new PowerColumns(2, NamesUnit: true), report.Columns);
    }

    [Fact]
    public void OpenSta_2_0_knows_no_clock_group_and_names_no_unit()
    {
        PowerReport report = Sample.Read<PowerReport>(DesignSamples.PowerWithoutUnit);
        Assert.Equal(4, report.Groups.Count);
        Assert.False(report.Columns.NamesUnit);
    }

    [Fact]
    public void More_digits_make_wider_columns()
    {
        PowerReport report = Sample.Read<PowerReport>(DesignSamples.Power);
        string text = Sample.Print(report with { Columns = report.Columns with { Digits = 6 } });
        Assert.Contains("\nSequential           3.420000e-04 9.670000e-05 2.960000e-10 4.390000e-04  33.1%\n", text, StringComparison.Ordinal);
        Assert.Equal(6, Sample.Read<PowerReport>(text).Columns.Digits);
    }

    [Fact]
    public void Instances_have_their_names_and_may_have_no_power()
    {
        InstancePowerReport report = Sample.Read<InstancePowerReport>(DesignSamples.InstancePower);
        Assert.Equal(["core/u_mix", @"core/\a[0]"], report.Instances.Select(instance => instance.Name));
        Assert.Equal(3.895693e-7, report.Instances[0].Power.Total);
        Assert.True(double.IsNaN(report.Instances[1].Power.Total));
        Assert.Equal(6, report.Columns.Digits);
        Assert.Contains(" 1.000000e+00 core/u_mix\n", Sample.Print(report with { Instances = [new("core/u_mix", new PowerValues(1, 1, 1, 1))] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DesignSamples.PowerJson, false)]
    [InlineData(DesignSamples.PaddedPowerJson, true)]
    public void Json_holds_the_same(string text, bool isPadded)
    {
        PowerJsonReport report = Sample.Read<PowerJsonReport>(text);
        Assert.Equal(["Sequential", "Total"], report.Groups.Select(group => group.Name));
        Assert.Equal(new PowerValues(4.37e-4, 1.37e-4, 9.91e-10, 5.74e-4), report.Groups[1].Power);
        Assert.Equal(new PowerJsonLayout(2, isPadded), report.Layout);
        Assert.Contains("\"Pad\"", Sample.Print(report with { Groups = [new("Pad", default)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Instances_in_json_hold_the_same()
    {
        InstancePowerJsonReport report = Sample.Read<InstancePowerJsonReport>(DesignSamples.InstancePowerJson);
        Assert.Equal(["u1", "u2"], report.Instances.Select(instance => instance.Name));
        Assert.Equal(2.054e-7, report.Instances[1].Power.Total);
        Assert.Equal(3, report.Layout.Digits);
    }

    [Fact]
    public void Activities_are_counted_and_listed()
    {
        ActivityAnnotationReport report = Sample.Read<ActivityAnnotationReport>(DesignSamples.Activities);
        Assert.Equal([new("vcd", 2), new("input", 1)], report.Annotated);
        Assert.Equal(3, report.Unannotated);
        Assert.Equal(new AnnotatedActivity("user", "reset"), report.AnnotatedPins![1]);
        Assert.Equal(["u2/A", "u2/Z"], report.UnannotatedPins!);
        Assert.Equal("unannotated     7\n", Sample.Print(new ActivityAnnotationReport { Annotated = [], Unannotated = 7 }));
    }
}
