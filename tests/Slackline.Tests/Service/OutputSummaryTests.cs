using System.Text;
using Slackline.Reports.Reading;
using Slackline.Service.Sources;
using Slackline.Timing;

namespace Slackline.Tests.Service;

/// <summary>What stands beside the paths is counted.</summary>
public sealed class OutputSummaryTests
{
    [Fact]
    public void A_report_that_comes_in_parts_counts_once()
    {
        string report = "u1/Z 0 case=0\n" + string.Concat(Enumerable.Range(0, 4999).Select(static i => $"u{i}/A 0\n"));
        var summary = new OutputSummary();
        var parser = new OpenStaStreamParser(new MemoryStream(Encoding.UTF8.GetBytes($"{report}\nhello\n{report}\n")), summary, TimingUnits.Default);
        Assert.False(parser.Fill(new PathChunk(), TestContext.Current.CancellationToken));
        Assert.Equal([new("constant", 2)], summary.Reports);
    }
}
