using System.Text;
using Slackline.Reports;

namespace Slackline.Tests.Reports.Design;

public class DesignReportTests
{
    public static TheoryData<string> Names => [.. DesignSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_is_one_report(string name) => Assert.Equal(BlockKind.Report, Assert.Single(BlockRecorder.Read(DesignSamples.All[name]).Blocks).Kind);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_one_report_also_with_carriage_returns(string name)
    {
        string text = DesignSamples.All[name].Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.True(Assert.Single(BlockRecorder.Read(text).Blocks).Report!.CarriageReturns);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_the_same_when_it_comes_byte_by_byte(string name)
    {
        string text = "before\n" + DesignSamples.All[name] + "\n\nbehind it\n";
        Assert.Equal(Texts(BlockRecorder.Read(text)), Texts(BlockRecorder.Read(text, pieceSize: 1)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_takes_nothing_that_stands_around_it(string name)
    {
        string text = DesignSamples.All[name];
        BlockRecorder read = BlockRecorder.Read("--- before ---\n" + text + "--- after ---\n" + text + "\n\n");
        Assert.Equal([text, text], read.Blocks.Where(block => block.Kind == BlockKind.Report).Select(block => block.Text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_anywhere_it_does_no_harm(string name)
    {
        string text = DesignSamples.All[name];
        for (int length = 1; length < text.Length; length++)
        {
            // The recorder sees to it that no byte is lost and that all that was read prints back.
            BlockRecorder.Read(text[..length]);
        }
    }

    [Theory]
    [InlineData(nameof(DesignSamples.Power), 1)]
    [InlineData(nameof(DesignSamples.PowerJson), 1)]
    [InlineData(nameof(DesignSamples.InstancePowerJson), 1)]
    [InlineData(nameof(DesignSamples.Histogram), 1)]
    [InlineData(nameof(DesignSamples.CellUsage), 5)]
    [InlineData(nameof(DesignSamples.ParasiticCounts), 1)]
    [InlineData(nameof(DesignSamples.AnnotatedDelay), 8)]
    [InlineData(nameof(DesignSamples.CheckCalculation), 1)]
    public void Without_its_last_lines_it_is_no_report(string name, int lines)
    {
        string[] all = DesignSamples.All[name].Split('\n');
        string text = string.Join('\n', all[..^(lines + 1)]) + "\n";
        Assert.DoesNotContain(BlockRecorder.Read(text).Blocks, block => block.Kind == BlockKind.Report && block.Offset == 0);
    }

    [Theory]
    [InlineData(nameof(DesignSamples.Pin))]
    [InlineData(nameof(DesignSamples.PlainNet))]
    [InlineData(nameof(DesignSamples.Setup))]
    [InlineData(nameof(DesignSamples.InstancePower))]
    [InlineData(nameof(DesignSamples.DisabledEdges))]
    public void A_last_line_that_may_have_lost_its_end_is_not_trusted(string name) =>
        Assert.DoesNotContain(BlockRecorder.Read(DesignSamples.All[name][..^1]).Blocks, static block => block.Report is not (null or ObjectLine));

    [Theory]
    [MemberData(nameof(Names))]
    public void Bytes_that_are_no_text_do_no_harm(string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(DesignSamples.All[name]);
        for (int i = 0; i < text.Length; i += 3)
        {
            byte[] damaged = [.. text];
            damaged[i] = 0xFF;
            BlockRecorder.Read(damaged);
        }
    }

    [Theory]
    [InlineData("Net n1 has no driver")]
    [InlineData("Instance u1 was replaced")]
    [InlineData("Cell BUF_X1")]
    [InlineData("Cell count: 12")]
    [InlineData("Library: demo_tt")]
    [InlineData("Pin u1/A is unconnected")]
    [InlineData("Pin u1/A input")]
    [InlineData("Group")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("[1, 2): (3)")]
    [InlineData("[1.0, 2.0]: none (x)")]
    [InlineData("Found unannotated drivers.")]
    [InlineData("Found 2 unannotated drivers.")]
    [InlineData("Design area 12")]
    [InlineData("Design area % utilization.")]
    [InlineData("vcd 2")]
    [InlineData("unannotated 0")]
    [InlineData("A 1")]
    [InlineData("a case=1")]
    [InlineData("this is a constraint")]
    [InlineData("in a loop")]
    [InlineData("x y z w=1")]
    [InlineData("Cell type report")]
    public void Free_text_is_no_report(string line)
    {
        Assert.DoesNotContain(BlockRecorder.Read(line + "\n").Blocks, block => block.Kind == BlockKind.Report);
        Assert.DoesNotContain(BlockRecorder.Read(line + "\nanother line\n").Blocks, block => block.Kind == BlockKind.Report);
    }

    [Fact]
    public void Other_warnings_stay_diagnostics() =>
        Assert.Equal(BlockKind.Diagnostic, Assert.Single(BlockRecorder.Read("Warning: There is 1 thing amiss.\n").Blocks).Kind);

    private static IEnumerable<(BlockKind, string)> Texts(BlockRecorder read) => read.Blocks.Select(block => (block.Kind, block.Text));
}
