using Slackline.Reports;

namespace Slackline.Tests.Reports;

/// <summary>Reads the real outputs that lie beside the repository, where they do.</summary>
public class SharedReportTests
{
    [Theory]
    [InlineData("corpus/opensta")]
    [InlineData("corpus/openroad")]
    [InlineData("captures")]
    public void Every_path_of_the_shared_reports_is_read_and_prints_back(string directory)
    {
        string shared = SharedReports.Find(directory);
        Assert.SkipWhen(shared.Length == 0, $"../shared/{directory} is not there");
        foreach (string file in Directory.EnumerateFiles(shared, "*", SearchOption.AllDirectories))
        {
            byte[] text = File.ReadAllBytes(file);
            if (text.Length == 0)
            {
                continue;
            }

            BlockRecorder read = BlockRecorder.Read(text);
            string leftBehind = string.Concat(read.Blocks.Where(block => block.Kind == BlockKind.Verbatim).Select(block => block.Text));
            Assert.False(leftBehind.Contains("Startpoint: ", StringComparison.Ordinal), $"{file}: a path is left verbatim");
            Assert.DoesNotContain(read.Blocks, block => block.Damage != Damage.None);
        }
    }
}
