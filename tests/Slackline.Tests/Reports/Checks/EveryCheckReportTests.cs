using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Checks;

/// <summary>What holds for every kind of report in this folder.</summary>
public class EveryCheckReportTests
{
    public static TheoryData<string> Samples => CheckSamples.All;

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_is_read_whole(string sample) => Assert.Equal([BlockKind.Report], KindsOf(sample));

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_is_read_whole_with_carriage_returns(string sample) =>
        Assert.Equal([BlockKind.Report], KindsOf(sample.Replace("\n", "\r\n", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void What_stands_around_it_is_not_part_of_it(string sample) =>
        Assert.Equal(
            [BlockKind.Verbatim, BlockKind.Report, BlockKind.BlankLines, BlockKind.Verbatim],
            KindsOf($"--- before ---\n{sample}\n\nthen something else\n"));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_line_right_behind_it_is_not_part_of_it(string sample) =>
        Assert.Equal([BlockKind.Report, BlockKind.Verbatim], KindsOf($"{sample}then something else\n"));

    [Theory]
    [MemberData(nameof(Samples))]
    public void It_is_read_twice_when_printed_twice(string sample) =>
        Assert.Equal([BlockKind.Report, BlockKind.BlankLines, BlockKind.Report], KindsOf($"{sample}\n\n{sample}"));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Byte_by_byte_gives_the_same_blocks(string sample)
    {
        string text = $"before\n{sample}\n{sample}\nbehind\n";
        Assert.Equal(
            BlockRecorder.Read(text).Blocks.Select(block => (block.Kind, block.Text)),
            BlockRecorder.Read(text, pieceSize: 1).Blocks.Select(block => (block.Kind, block.Text)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Cut_short_it_is_none_or_whole_rows_of_it(string sample)
    {
        var chunk = new PathChunk();
        for (int length = 0; length < sample.Length; length++)
        {
            foreach (BlockRecorder.Block block in BlockRecorder.Read(sample[..length], chunk: chunk).Blocks)
            {
                Assert.NotEqual(BlockKind.Path, block.Kind);
                Assert.True(
                    block.Kind != BlockKind.Report || block.Text.EndsWith('\n') || sample[length] == '\n',
                    $"a report is made of: {block.Text}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Any_damaged_byte_does_no_harm(string sample)
    {
        var chunk = new PathChunk();
        foreach (char damage in " \n-9(:^")
        {
            for (int i = 0; i < sample.Length; i++)
            {
                BlockRecorder.Read(sample[..i] + damage + sample[(i + 1)..], chunk: chunk);
                chunk.Clear();
            }
        }
    }

    private static IEnumerable<BlockKind> KindsOf(string text) => BlockRecorder.Read(text).Blocks.Select(block => block.Kind);
}
