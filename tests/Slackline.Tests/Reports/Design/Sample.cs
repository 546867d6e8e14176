using System.Text;
using Slackline.Reports;

namespace Slackline.Tests.Reports.Design;

/// <summary>Reads and prints single reports.</summary>
internal static class Sample
{
    /// <summary>The one report in a text.</summary>
    public static T Read<T>(string text)
        where T : Report => Assert.IsType<T>(Assert.Single(BlockRecorder.Read(text).Blocks).Report);

    /// <summary>A report's text.</summary>
    public static string Print(Report report)
    {
        var output = new TextBuffer();
        report.Render(output);
        return Encoding.UTF8.GetString(output.Written);
    }
}
