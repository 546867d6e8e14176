using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>
/// OpenSTA prints the columns of its tables in any order that is set (<c>set_report_path_field_order</c>); the paths read from them are the
/// same.
/// </summary>
public sealed class FieldOrderTests(DemoDesignFixture design) : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("field-order-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("slew capacitance fanout incr total edge case description", "slew capacitance fanout net")]
    [InlineData("description total incr slew capacitance fanout edge case", "slew capacitance fanout net")]
    [InlineData("description total incr slew capacitance fanout edge case", "slew")]
    [InlineData("total incr edge description slew", "slew capacitance input_pin")]
    [InlineData("capacitance fanout incr slew total edge description", "capacitance slew")]
    [InlineData("case edge incr total description", "net")]
    [InlineData("incr total case edge description capacitance", "capacitance")]
    public async Task Fields_in_any_order_say_the_same(string order, string fields)
    {
        string usual = Path.Combine(_directory.FullName, "usual.rpt");
        string reordered = Path.Combine(_directory.FullName, "reordered.rpt");
        string script = Path.Combine(_directory.FullName, "print.tcl");
        string command = $"report_checks -format full_clock_expanded -path_delay min_max $group_count 30 -fields {{{fields}}} -digits 3 > ";
        await File.WriteAllTextAsync(
            script, $"source {design.Setup}\n{PlainTool.SetNamesOfCounts}\n{command}{usual}\nsta::set_report_path_field_order {{{order}}}\n{command}{reordered}\n", TestContext.Current.CancellationToken);
        Processes.Result result = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        List<TimingPath> expected = Read(usual);
        List<TimingPath> read = Read(reordered);
        Assert.True(read.Count > 100);
        Assert.Equal(expected.Select(Describe), read.Select(Describe));
        Assert.NotEqual(await File.ReadAllTextAsync(usual, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(reordered, TestContext.Current.CancellationToken));
    }

    // What ReportPath.cc of 3.1.0 prints for the order {description total incr edge}: an empty line above a row whose description is too long, and spaces in it.
    [Fact]
    public void Newer_versions_put_spaces_behind_a_description_that_is_too_long()
    {
        string cells = "u_core/u_mul/long_instance_name_x/ZN (NAND2_X1)" + new string(' ', 36) + "     0.31     0.31 ^";
        string text = "Startpoint: r1 (rising edge-triggered flip-flop clocked by clk)\nEndpoint: out (output port)\nPath Group: unconstrained\nPath Type: max\n\n"
            + $"{Titles}clock clk (rise edge)                    0.00     0.00\n\n{cells}\n"
            + "data arrival time                        0.31\n" + new string('-', 59) + "\n(Path is unconstrained)\n";
        var chunk = new PathChunk();
        Assert.Equal([BlockKind.Path], BlockRecorder.Read(text, chunk: chunk).Blocks.Select(static block => block.Kind));
        Assert.Equal(text, PathRenderer.ToText(chunk[0]));
        Assert.Equal(("u_core/u_mul/long_instance_name_x/ZN", 0.31, Transition.Rise), chunk[0].Points.Select(static point => (point.Name, point.Time, point.Transition)).Last());
        Assert.Equal(PathShape.Headed | PathShape.SpacedDescriptions, chunk.Shape[0]);
    }

    [Theory]
    [InlineData("done")]
    [InlineData("Startpoint: r1 (rising edge-triggered flip-flop clocked by clk)")]
    public void Text_behind_a_table_is_no_row_though_rows_begin_with_text(string text)
    {
        const string Table = Titles + "clock clk (rise edge)                    0.00     0.00\nr1/Q (DFF_X1)                            0.10     0.10 ^\n";
        List<BlockRecorder.Block> blocks = BlockRecorder.Read($"{Table}{text}\n").Blocks;
        Assert.Equal((BlockKind.Path, Table.Length), (blocks[0].Kind, blocks[0].Text.Length));
        Assert.Equal(BlockKind.Verbatim, blocks[1].Kind);
    }

    [Fact]
    public void A_title_that_is_no_text_is_no_title()
    {
        byte[] table = System.Text.Encoding.Latin1.GetBytes(
            "Description                              Time \u00cfrig Name\n" + new string('-', 91) + "\nr1/Q (DFF_X1)                            0.10 a\n");
        Assert.DoesNotContain(BlockRecorder.Read(table).Blocks, static block => block.Kind == BlockKind.Path);
    }

    private const string Titles = "Description                              Time    Delay\n-----------------------------------------------------------\n";

    private static string Describe(TimingPath path) =>
        $"{path.Startpoint} {path.Endpoint} {path.PathGroup} {path.PathType} {path.Arrival} {path.Required} {path.Slack}\n" + string.Join('\n', path.Rows.Where(static row => row.Form != RowForm.Blank).Select(static row =>
            $"{row.Form} {row.Description} {row.Transition} {row.Time} {row.Delay} {row.Slew} {row.Capacitance} {row.Fanout}"));

    private static List<TimingPath> Read(string file)
    {
        var blocks = new BlockRecorder();
        byte[] text = File.ReadAllBytes(file);
        List<TimingPath> paths = blocks.ReadPaths(text);
        var rendered = new TextBuffer();
        foreach (TimingPath path in paths)
        {
            PathRenderer.RenderWithBlankLines(path, rendered);
        }

        Assert.All(blocks.Blocks, static block => Assert.True(block.Kind is BlockKind.Path or BlockKind.BlankLines, block.Text));
        Assert.Equal(text.AsSpan(0, rendered.Written.Length), rendered.Written);
        return paths;
    }
}
