using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>The real tool prints the columns of its tables in any order that it is told (<c>set_report_path_field_order</c>); read, they say the same.</summary>
public sealed class FieldOrderTests(DemoDesignFixture design) : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("field-order-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("slew capacitance fanout incr total edge case description", "slew capacitance fanout net")]
    [InlineData("description total incr slew capacitance fanout edge case", "slew capacitance fanout net")]
    [InlineData("description total incr slew capacitance fanout edge case", "slew")]
    [InlineData("total incr edge description slew", "slew capacitance input_pin")]
    [InlineData("capacitance fanout incr slew total edge description", "capacitance")]
    [InlineData("case edge incr total description", "net")]
    [InlineData("incr total case edge description capacitance", "")]
    public async Task Fields_in_any_order_say_the_same(string order, string fields)
    {
        string usual = Path.Combine(_directory.FullName, "usual.rpt");
        string reordered = Path.Combine(_directory.FullName, "reordered.rpt");
        string script = Path.Combine(_directory.FullName, "print.tcl");
        string command = $"report_checks -format full_clock_expanded -path_delay min_max -group_count 30 -fields {{{fields}}} -digits 3 > ";
        await File.WriteAllTextAsync(
            script, $"source {design.Setup}\n{command}{usual}\nsta::set_report_path_field_order {{{order}}}\n{command}{reordered}\n", TestContext.Current.CancellationToken);
        Processes.Result result = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        List<TimingPath> expected = Read(usual);
        List<TimingPath> read = Read(reordered);
        Assert.True(read.Count > 100);
        Assert.Equal(expected.Select(Describe), read.Select(Describe));
        Assert.NotEqual(await File.ReadAllTextAsync(usual, TestContext.Current.CancellationToken), await File.ReadAllTextAsync(reordered, TestContext.Current.CancellationToken));
    }

    private static string Describe(TimingPath path) =>
        $"{path.Startpoint} {path.Endpoint} {path.PathGroup} {path.PathType} {path.Arrival} {path.Required} {path.Slack}\n" + string.Join('\n', path.Rows.Select(static row =>
            $"{row.Form} {row.Description} {row.Transition} {row.Time} {row.Delay} {row.Slew} {row.Capacitance} {row.Fanout}"));

    private static List<TimingPath> Read(string file)
    {
        var blocks = new BlockRecorder();
        byte[] text = File.ReadAllBytes(file);
        var parser = new OpenStaStreamParser(new MemoryStream(text), blocks);
        var paths = new List<TimingPath>();
        var rendered = new TextBuffer();
        bool more = true;
        while (more)
        {
            var chunk = new PathChunk();
            more = parser.Fill(chunk, TestContext.Current.CancellationToken);
            paths.AddRange(Enumerable.Range(0, chunk.Count).Select(i => chunk[i]));
        }

        foreach (TimingPath path in paths)
        {
            PathRenderer.RenderWithBlankLines(path, rendered);
        }

        Assert.All(blocks.Blocks, static block => Assert.True(block.Kind is BlockKind.Path or BlockKind.BlankLines, block.Text));
        Assert.Equal(text.AsSpan(0, rendered.Written.Length), rendered.Written);
        return paths;
    }
}
