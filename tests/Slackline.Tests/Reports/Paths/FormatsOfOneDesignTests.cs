using Slackline.Reports;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>The real tool prints the same paths in every format that it has; read, they are the same paths again.</summary>
public sealed class FormatsOfOneDesignTests(DemoDesignFixture design) : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("formats-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("-path_delay max $group_count 300 $endpoint_count 2")]
    [InlineData("-path_delay min_max $group_count 100 -digits 5")]
    [InlineData("-path_delay min_max $group_count 50 -digits 0")]
    [InlineData("-path_delay min -unconstrained -to debug_out")]
    [InlineData("-path_delay max -unconstrained -to debug_out")]
    public async Task Full_end_summary_and_slack_only_tell_of_the_same_paths(string options)
    {
        await PrintAsync(options);
        List<TimingPath> full = Read("full");
        List<TimingPath> end = Read("end");
        List<TimingPath> summary = Read("summary");
        List<TimingPath> slackOnly = Read("slack_only");
        Assert.True(full.Count >= (options.Contains("-to ", StringComparison.Ordinal) ? 1 : 100));
        Assert.True(!options.Contains("-unconstrained", StringComparison.Ordinal) || full.Exists(static path => double.IsNaN(path.Slack)));
        Assert.Equal((full.Count, full.Count, full.Count), (end.Count, summary.Count, slackOnly.Count));
        for (int i = 0; i < full.Count; i++)
        {
            TimingPath path = full[i];
            string lastPin = path.DataPoints.Last().Name;
            bool isViolated = path.Rows.Any(static row => row.Kind == DescriptionKind.SlackViolated);
            Assert.Equal((path.PathGroup, path.PathType, lastPin, isViolated), (end[i].PathGroup, end[i].PathType, end[i].Endpoint, end[i].IsViolated == true));
            Assert.Equal((path.Arrival, path.Required, path.Slack), (end[i].Arrival, end[i].Required, end[i].Slack));

            // An unconstrained path's slack is nothing; the one-number formats print its arrival instead.
            double slack = double.IsNaN(path.Slack) ? path.Arrival : path.Slack;
            Assert.Equal((lastPin, slack), (summary[i].Endpoint, summary[i].Slack));
            Assert.True(summary[i].Startpoint == path.Startpoint || summary[i].Startpoint.StartsWith(path.Startpoint + "/", StringComparison.Ordinal), $"{summary[i].Startpoint} is not of {path.Startpoint}");
            Assert.Equal((path.PathGroup, slack), (slackOnly[i].PathGroup, slackOnly[i].Slack));
            Assert.All((TimingPath[])[end[i], summary[i], slackOnly[i]], listed => Assert.Equal(path.Digits, listed.Digits));
        }
    }

    [Theory]
    [InlineData("end")]
    [InlineData("summary")]
    [InlineData("slack_only")]
    public async Task Where_there_are_no_paths_the_tool_says_so(string format)
    {
        await PrintAsync("-from data_in[0] -to rst_n");
        // Newer versions print a table's titles above it, and an empty line after it.
        Assert.EndsWith("No paths found.\n", (await File.ReadAllTextAsync(FileOf(format), TestContext.Current.CancellationToken)).TrimEnd('\n') + "\n", StringComparison.Ordinal);
        Assert.Empty(Read(format));
    }

    // By the tool's own shell: nothing of Slackline stands between it and the files.
    private async Task PrintAsync(string options)
    {
        string script = Path.Combine(_directory.FullName, "print.tcl");
        string commands = string.Concat(s_formats.Select(format => $"report_checks -format {format} {options} > {FileOf(format)}\n"));
        await File.WriteAllTextAsync(script, $"source {design.Setup}\n{PlainTool.SetNamesOfCounts}\n{commands}", TestContext.Current.CancellationToken);
        Processes.Result result = await Processes.RunAsync(StaTool.Find().Path, ["-no_splash", "-no_init", "-exit", script]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
    }

    private static readonly string[] s_formats = ["full", "end", "summary", "slack_only"];

    private string FileOf(string format) => Path.Combine(_directory.FullName, format + ".rpt");

    private List<TimingPath> Read(string format)
    {
        var blocks = new BlockRecorder();
        List<TimingPath> paths = blocks.ReadPaths(File.ReadAllBytes(FileOf(format)));
        Assert.All(blocks.Blocks, static block => Assert.True(block.Kind is BlockKind.Path or BlockKind.Report or BlockKind.BlankLines || block.Text.Trim() is "No paths found." or "", block.Text));
        return paths;
    }
}
