using System.Text;
using Slackline.Reports;
using Slackline.Reports.Reading;
using Slackline.Service.Comparisons;
using Slackline.Service.Sources;
using Slackline.Tests.Reports;
using Slackline.Timing;

namespace Slackline.Tests.Service;

/// <summary>Two sides are compared only where a difference means a change.</summary>
public sealed class ComparedPathsTests
{
    private static readonly string s_setup = SamplePaths.Wrapped + "\n\n";
    private static readonly string s_hold = s_setup.Replace("Path Type: max", "Path Type: min", StringComparison.Ordinal);

    [Fact]
    public void A_side_of_the_check_that_one_command_no_longer_prints_is_an_effect()
    {
        ComparedPaths both = Read(s_setup + s_hold);
        ComparedPaths setup = Read(s_setup);
        Assert.StartsWith(
            "they are of different checks: setup (max) and hold (min) before, setup (max) after.",
            ComparedPaths.WhyNot(both, setup, isSameCommand: false),
            StringComparison.Ordinal);
        Assert.Null(ComparedPaths.WhyNot(both, setup, isSameCommand: true));
        Assert.Null(ComparedPaths.WhyNot(both, both, isSameCommand: false));
        Assert.Null(ComparedPaths.WhyNot(Read(""), setup, isSameCommand: false));
    }

    [Fact]
    public void Times_of_different_units_are_not_compared()
    {
        TimingUnits? picoseconds = null;
        Assert.True(TimingUnits.TryParse("time 1ps\ncapacitance 1fF", out picoseconds));
        string? reason = ComparedPaths.WhyNot(Read(s_setup), Read(s_setup, picoseconds), isSameCommand: true);
        Assert.StartsWith("their times are of different units (", reason, StringComparison.Ordinal);
    }

    private static ComparedPaths Read(string text, TimingUnits? units = null)
    {
        var parser = new OpenStaStreamParser(new MemoryStream(Encoding.UTF8.GetBytes(text)), new OutputSummary(), units ?? TimingUnits.Default);
        var compared = new ComparedPaths(100);
        foreach (PathChunk chunk in parser.ReadChunks(TestContext.Current.CancellationToken))
        {
            compared.Add(chunk, [.. Enumerable.Range(0, chunk.Count)]);
        }

        return compared;
    }
}
