using Slackline.Reports;
using Slackline.Tests.Reports.Design;

namespace Slackline.Tests.Reports;

public class ObjectNamesTests
{
    [Fact]
    public void Lines_of_a_name_each_are_a_list_when_pins_are_among_them() =>
        Assert.Equal(["req_val", "reset", "_284_/A", "req_msg[0]"], Sample.Read<ObjectNames>("req_val\nreset\n_284_/A\nreq_msg[0]\n").Names);

    [Fact]
    public void All_may_be_indented_alike()
    {
        ObjectNames list = Sample.Read<ObjectNames>("  in1\n  and1/A1\n");
        Assert.Equal(2, list.Indent);
        Assert.Equal(["in1", "and1/A1"], list.Names);
        Assert.Equal(["and1/A1\n"], BlockRecorder.Read("  in1\nand1/A1\n").Blocks.Where(static block => block.Report is not null).Select(static block => block.Text));
    }

    [Fact]
    public void A_pin_alone_is_a_list() => Assert.Equal(["core/u1/Z"], Sample.Read<ObjectNames>("core/u1/Z\n").Names);

    [Fact]
    public void A_long_list_comes_in_parts()
    {
        string text = string.Concat(Enumerable.Range(0, 2500).Select(static i => $"u{i}/Z\n"));
        Assert.Equal([1000, 1000, 500], BlockRecorder.Read(text).Blocks.Select(static block => ((ObjectNames)block.Report!).Names.Count));
    }

    [Theory]
    [InlineData("done\nok\n")]
    [InlineData("Setup\n")]
    [InlineData("/tmp/x/report\n")]
    [InlineData("results/top.def\n")]
    [InlineData("results/\n")]
    [InlineData("u1/A u1/B\n")]
    [InlineData("u1/Z")]
    public void Other_words_are_kept_verbatim(string text) => Assert.DoesNotContain(BlockRecorder.Read(text).Blocks, static block => block.Report is not null);

    [Fact]
    public void Words_that_no_pin_is_near_are_no_names()
    {
        string words = string.Concat(Enumerable.Repeat("word\n", 40));
        IReadOnlyList<BlockRecorder.Block> blocks = [.. BlockRecorder.Read(words + "u1/Z\n").Blocks];
        Assert.Equal(16, ((ObjectNames)blocks[^1].Report!).Names.Count);
    }
}
