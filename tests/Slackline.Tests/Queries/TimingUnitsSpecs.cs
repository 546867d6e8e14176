using Slackline.Timing;

namespace Slackline.Tests.Queries;

/// <summary>What the lines of <c>report_units</c> mean.</summary>
public class TimingUnitsSpecs
{
    [Theory]
    [InlineData(" time 1ns\n capacitance 1pF\n resistance 1kohm\n voltage 1v\n", 1e-9, 1e-12)]
    [InlineData(" time 10ps\r\n capacitance 100fF\r\n", 1e-11, 1e-13)]
    [InlineData("capacitance 1fF\ntime 1ps", 1e-12, 1e-15)]
    [InlineData(" time 1us\n capacitance 1nF", 1e-6, 1e-9)]
    [InlineData(" time 1ms\n capacitance 1aF", 1e-3, 1e-18)]
    [InlineData(" time 1.000000e-12s\n capacitance 1F", 1e-12, 1)]
    [InlineData(" time 1.000ns\n capacitance 1.000pf", 1e-9, 1e-12)]
    public void Report_units_is_read(string report, double time, double capacitance)
    {
        Assert.True(TimingUnits.TryParse(report, out TimingUnits? units));
        Assert.Equal(new TimingUnits(time, capacitance), units);
    }

    [Theory]
    [InlineData("1ns,1pF")]
    [InlineData("10ps,100fF")]
    [InlineData("1ps,1fF")]
    [InlineData("100ps,10aF")]
    public void Units_are_written_as_they_are_given(string text)
    {
        Assert.True(TimingUnits.TryParse("time " + text.Replace(",", "\ncapacitance ", StringComparison.Ordinal), out TimingUnits? units));
        Assert.Equal(text, units.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" time 1ns\n")]
    [InlineData(" capacitance 1pF\n")]
    [InlineData(" time 1nm\n capacitance 1pF\n")]
    [InlineData(" time ns\n capacitance 1pF\n")]
    [InlineData(" time \n capacitance 1pF\n")]
    [InlineData(" time s\n capacitance 1pF\n")]
    [InlineData(" time 0ns\n capacitance 1pF\n")]
    [InlineData(" time -1ns\n capacitance 1pF\n")]
    public void Other_text_is_refused(string report)
    {
        Assert.False(TimingUnits.TryParse(report, out TimingUnits? units));
        Assert.Null(units);
    }
}
