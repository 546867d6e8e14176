using System.Text;
using Slackline.Reports;

namespace Slackline.Tests.Reports.Checks;

/// <summary>Reads and prints single reports for tests.</summary>
internal static class CheckReports
{
    /// <summary>The one report that a text is, from its first byte to its last.</summary>
    public static T ReadWhole<T>(string text)
        where T : Report
    {
        BlockRecorder.Block block = Assert.Single(BlockRecorder.Read(text).Blocks);
        Assert.Equal(BlockKind.Report, block.Kind);
        return Assert.IsType<T>(block.Report);
    }

    /// <summary>A report's text.</summary>
    public static string Print(Report report)
    {
        var output = new TextBuffer();
        report.Render(output);
        return Encoding.UTF8.GetString(output.Written);
    }
}
