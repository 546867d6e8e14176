using System.Text;
using Slackline.Reports;

namespace Slackline.Tests.Reports;

/// <summary>What stands in a line before a path, and marks of paths that were not read.</summary>
public sealed class LinePrefixTests : IDisposable
{
    private static readonly string s_path = SamplePaths.Fields;
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("prefix-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("\u00ef\u00bb\u00bf")]
    [InlineData("% ")]
    [InlineData("% % % ")]
    [InlineData("openroad> ")]
    [InlineData("sta> ")]
    [InlineData("\u001b[?2004l\r")]
    [InlineData("\u001b[0;32mopenroad> \u001b[0m")]
    [InlineData("\u001b]0;title\u0007% ")]
    [InlineData("12:00:03 | ")]
    [InlineData("a line that lost its end ")]
    public void A_path_behind_other_text_in_its_line_is_read(string prefix)
    {
        string text = $"hello\n\n{prefix}{s_path}\n\n{s_path}";
        foreach (int pieces in (int[])[1, 7, 4096])
        {
            BlockRecorder read = BlockRecorder.Read(Encoding.Latin1.GetBytes(text), pieces);
            Assert.Equal([s_path, "\n\n" + s_path], read.Paths);
            Assert.DoesNotContain(read.Blocks, static block => block.Damage != Damage.None);
            Assert.Contains(read.Blocks, block => block.Kind == BlockKind.Verbatim && block.Text == prefix);
        }
    }

    [Fact]
    public void Reports_behind_a_prompt_are_read_too()
    {
        BlockRecorder read = BlockRecorder.Read("% tns max -1.50\nopenroad> No paths found.\n% % wns -0.20\n% \n");
        Assert.Equal(["tns max -1.50\n", "No paths found.\n", "wns -0.20\n"], read.Blocks.Where(static block => block.Kind == BlockKind.Report).Select(static block => block.Text));
    }

    [Fact]
    public void A_prefix_in_each_line_is_a_damage_for_each_path()
    {
        string log = string.Concat(Enumerable.Repeat(s_path + "\n\n", 3));
        log = string.Concat(log.Split('\n').Select(static line => $"[12:00:01] {line}\n"));
        BlockRecorder read = BlockRecorder.Read(log);
        Assert.Empty(read.Paths);
        Assert.Equal(3, read.Blocks.Count(static block => block.Damage != Damage.None));
    }

    [Theory]
    [InlineData("Path Group: clk\n")]
    [InlineData("   -1.00   slack (VIOLATED)\n")]
    [InlineData("slack (MET)\n")]
    [InlineData("  | Startpoint:a1\n")]
    [InlineData("some words Path Group: clk\n")]
    public void A_mark_of_a_path_that_was_not_read_is_told(string line)
    {
        BlockRecorder read = BlockRecorder.Read($"hello\n{line}hello\n\n{s_path}");
        BlockRecorder.Block damaged = Assert.Single(read.Blocks, static block => block.Damage != Damage.None);
        Assert.Equal((Damage.Unread, 6L, line), (damaged.Damage, damaged.Offset, damaged.Text));
        Assert.Single(read.Paths);
    }

    [Theory]
    [InlineData("Worst slack (max): 7.89\n")]
    [InlineData("report_worst_slack -max (Setup)\n")]
    [InlineData("the startpoint of a path group\n")]
    public void Words_about_paths_are_no_marks(string line) =>
        Assert.All(BlockRecorder.Read(line).Blocks, static block => Assert.Equal(Damage.None, block.Damage));

    [Fact]
    public void A_damaged_path_is_told_once_and_the_next_one_too()
    {
        string damaged = s_path.Replace("0.25    0.65", "????    0.65", StringComparison.Ordinal);
        string headless = s_path[s_path.IndexOf("Path Group", StringComparison.Ordinal)..];
        BlockRecorder read = BlockRecorder.Read(string.Join("\n\n", damaged, headless, s_path, damaged, headless));
        Assert.Single(read.Paths);
        Assert.Equal(4, read.Blocks.Count(static block => block.Damage != Damage.None));
    }

    [Fact]
    public void Several_cores_read_the_same()
    {
        string log = string.Concat(Enumerable.Range(0, 60).Select(i => (i % 7) switch
        {
            0 => $"% {s_path}\n\n",
            3 => $"\n{s_path[..(300 + i)]}\n\n",
            5 => $"Path Group: clk\n\n{s_path}\n\n",
            _ => $"{s_path}\n\n",
        }));
        string file = Path.Combine(_directory.FullName, "log");
        File.WriteAllText(file, log);
        IEnumerable<(BlockKind, long, Damage, string)> alone = BlockRecorder.Read(log).Blocks.Select(static block => (block.Kind, block.Offset, block.Damage, block.Text));
        foreach (int rangeLength in (int[])[500, 3000, 20000])
        {
            Assert.Equal(alone, BlockRecorder.ReadInParallel(file, 2, rangeLength).Blocks.Select(static block => (block.Kind, block.Offset, block.Damage, block.Text)));
        }
    }
}
