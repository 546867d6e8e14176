using System.Text;
using Slackline.Mcp.Reports;
using Slackline.Reports;
using Slackline.Reports.Data;
using Slackline.Reports.Reading;
using Slackline.Service.Sources;
using Slackline.Timing;

namespace Slackline.Mcp.Tests.Reports;

/// <summary>Names that a command printed are told as they are.</summary>
public sealed class LineTests
{
    private const string Names = "reset\nu1/A\nu1/Z\nsome other words\n";

    [Fact]
    public void They_are_lines_of_one_part_with_others()
    {
        var recorder = new ReportRecorder(1_000_000);
        Read(recorder);
        ReportPart part = Assert.Single(recorder.Parts);
        Assert.Equal("text", part.Kind);
        Assert.Equal("""["reset","u1/A","u1/Z","some other words"]""", part.Value.GetRawText());
    }

    [Fact]
    public void They_are_messages_of_a_stream()
    {
        var log = new OutputSummary(keepsText: true);
        Read(log);
        Assert.Equal(["reset", "u1/A", "u1/Z", "some other words"], log.Texts);
    }

    private static void Read(IReportSink sink)
    {
        var parser = new OpenStaStreamParser(new MemoryStream(Encoding.UTF8.GetBytes(Names)), sink, TimingUnits.Default);
        Assert.False(parser.Fill(new PathChunk(), TestContext.Current.CancellationToken));
    }
}
