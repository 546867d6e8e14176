using Slackline.Reports;
using Slackline.Tests.Reports.Design;
using Slackline.Tests.Reports.Paths;

namespace Slackline.Tests.Reports;

public class ObjectLineTests
{
    [Theory]
    [InlineData("core/u1/Z", 0)]
    [InlineData("  core/req_msg[0]", 2)]
    [InlineData(@"\u[0]/q", 0)]
    [InlineData("0.064794 _414_/Q _418_/D clk", 0)]
    [InlineData("    -1.5e-09 3 req_msg[0]/Q", 4)]
    [InlineData("core/u1/Z -1.5e-09", 0)]
    public void Names_and_numbers_are_read(string line, int indent)
    {
        ObjectLine read = Sample.Read<ObjectLine>(line + "\n");
        Assert.Equal(line.Trim().Split(' '), read.Words);
        Assert.Equal(indent, read.Indent);
    }

    [Theory]
    [InlineData("0.1 0.2\n")]
    [InlineData("Negotiation phase 1 converged at iteration 0.\n")]
    [InlineData("Repair timing output passed/skipped equivalence test\n")]
    [InlineData("u2/Z manhtn 1998.8 steiner 2014.2 0.57\n")]
    [InlineData("_414_/Q _418_/D clk\n")]
    [InlineData("u1/Z: 0.1\n")]
    [InlineData("0.1  u1/Z\n")]
    [InlineData("0.1 u1/Z \n")]
    [InlineData("/tmp/x/report\n")]
    [InlineData("results/top.def\n")]
    [InlineData("u1/Z")]
    [InlineData("req_val\n")]
    [InlineData(" u1/Z\n")]
    [InlineData("Setup")]
    public void What_may_be_something_else_is_kept_verbatim(string text) => Assert.Equal(BlockKind.Verbatim, Assert.Single(BlockRecorder.Read(text).Blocks).Kind);

    [Theory]
    [InlineData("", 15, 15)]
    [InlineData("", 16, 16)]
    [InlineData("  ", 17, 16)]
    public void Names_of_ports_are_known_by_a_pin_close_behind_them(string indent, int ports, int read)
    {
        string names = string.Concat(Enumerable.Range(0, ports).Select(i => $"{indent}in{i}\n"));
        string other = "other\n";
        Assert.Equal(read + 1, BlockRecorder.Read(names + indent + "u1/Z\n" + other).Blocks.Count(static block => block.Report is ObjectLine));
        Assert.DoesNotContain(BlockRecorder.Read(names + other + "u1/Z other\n").Blocks, static block => block.Report is not null);
    }

    [Fact]
    public void A_heading_of_one_word_behind_names_is_that_of_its_report()
    {
        const string Names = "u1/A\nu1/Z\n";
        Assert.Equal(
            ["ObjectLine", "ObjectLine", "LimitDetails"],
            BlockRecorder.Read(Names + Checks.CheckSamples.MaxTransitionDetails).Blocks.Where(static block => block.Report is not null).Select(static block => block.Report!.GetType().Name));
    }

    [Fact]
    public void In_a_list_of_JSON_it_ends_nothing()
    {
        BlockRecorder read = BlockRecorder.Read("{\"checks\": [\n" + JsonSamples.Check + ",\nu1/Z\n{\n  \"tXpe\": \"check\",\n" + JsonSamples.Check + "\n]\n}\n");
        Assert.Equal(2, read.Blocks.Count(static block => block.Kind == BlockKind.Path));
        Assert.Single(read.Blocks, static block => block.Damage == Damage.Broken);
        Assert.IsType<Slackline.Reports.Paths.JsonListEnd>(read.Blocks[^1].Report);
    }

    [Fact]
    public void Among_the_rows_of_a_list_of_paths_it_is_a_broken_row()
    {
        int second = ListSamples.End.IndexOf('\n', ListSamples.End.IndexOf("\n---", StringComparison.Ordinal) + 1) + 1;
        BlockRecorder whole = BlockRecorder.Read(ListSamples.End);
        BlockRecorder torn = BlockRecorder.Read(ListSamples.End.Insert(ListSamples.End.IndexOf('\n', second) + 1, "specials/exceptions/u_x/D\n"));
        Assert.Equal(Damage.Broken, Assert.Single(torn.Blocks, static block => block.Damage != Damage.None).Damage);
        Assert.Equal(Paths(whole), Paths(torn));

        static int Paths(BlockRecorder read) => read.Blocks.Count(static block => block.Kind == BlockKind.Path);
    }
}
