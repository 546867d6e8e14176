using System.Text;
using Microsoft.Win32.SafeHandles;
using Slackline.Reports;
using Slackline.Reports.Files;
using Slackline.Reports.Headings;
using Slackline.Reports.Parallel;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports;

/// <summary>What headings, files and directories say of paths.</summary>
public sealed class ReportContextTests : IDisposable
{
    private const string Rule = "===========================================================================\n";
    private const string Thin = "--------------------------------------------------------------------------\n";
    private static readonly string s_path = SamplePaths.Fields + "\n\n";
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("context-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_heading_is_read_and_printed_back()
    {
        BlockRecorder read = BlockRecorder.Read(
            $"{Rule}report_checks -path_delay max (Setup)\n{Rule}======================= nom_tt_025C_1v80 Corner ===================================\n\n{s_path}{Rule}finish report_wns\n{Thin}wns max 0.00\n%OL_CREATE_REPORT max.rpt\n%OL_END_REPORT\n");
        Assert.Equal(
            ["SectionHeading", "CornerHeading", "SectionHeading", "CreatedReportHeading", "CreatedReportEnd"],
            read.Blocks.Where(static block => block.Kind == BlockKind.Heading).Select(static block => block.Report!.GetType().Name));
        Assert.Equal(new CornerHeading("nom_tt_025C_1v80", 23, 35), read.Blocks.Select(static block => block.Report).OfType<CornerHeading>().Single());
    }

    [Theory]
    [InlineData("==========\na\nb\n==========\n")]
    [InlineData("=====\ntitle\n=====\n")]
    [InlineData("==========\n\n==========\n")]
    [InlineData("=== BASICS ===\n")]
    [InlineData("=== Corner ===\n")]
    public void Other_lines_of_signs_are_text(string text) => Assert.All(BlockRecorder.Read(text).Blocks, static block => Assert.Equal(BlockKind.Verbatim, block.Kind));

    [Fact]
    public void Paths_have_the_section_and_the_corner_of_the_headings_above_them()
    {
        string text = $"{s_path}{Rule}report_checks -path_delay max (Setup)\n{Rule}=== fast Corner ===\n\n{s_path}{s_path}=== slow Corner ===\n\n{s_path}"
            + $"{Rule}finish report_checks\n{Thin}{s_path}%OL_CREATE_REPORT min.rpt\n{s_path}%OL_END_REPORT\n{s_path}";
        (string, string)[] expected =
        [
            ("", ""), ("report_checks -path_delay max (Setup)", "fast"), ("report_checks -path_delay max (Setup)", "fast"), ("report_checks -path_delay max (Setup)", "slow"),
            ("finish report_checks", ""), ("min.rpt", ""), ("", ""),
        ];
        Assert.Equal(expected, new BlockRecorder().ReadPaths(Encoding.UTF8.GetBytes(text)).Select(static path => (path.Section, path.Corner)));
    }

    [Fact]
    public void The_corner_that_a_path_prints_is_its_own()
    {
        string own = s_path.Replace("Path Type: max\n", "Path Type: max\nCorner: ss\n", StringComparison.Ordinal);
        byte[] text = Encoding.UTF8.GetBytes($"=== fast Corner ===\n{own}{s_path}");
        List<TimingPath> paths = new BlockRecorder().ReadPaths(text);
        Assert.Equal(["ss", "fast"], paths.Select(static path => path.Corner));

        // Neither is printed back wrongly, a copy included.
        var copies = new PathChunk();
        foreach (TimingPath path in paths)
        {
            copies.Append(path.Chunk, path.Index);
        }

        var again = new TextBuffer();
        PathRenderer.Render(copies[0], again);
        PathRenderer.Render(copies[1], again);
        Assert.Equal(own.Replace("\n\n\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n" + SamplePaths.Fields, Encoding.UTF8.GetString(again.Written));
        Assert.Equal("fast", copies[1].Corner);
    }

    [Fact]
    public void Several_cores_give_the_same_context_and_units()
    {
        var text = new StringBuilder();
        for (int i = 0; i < 80; i++)
        {
            text.Append((i % 20) switch
            {
                3 => $"{Rule}section {i}\n{Rule}",
                7 => $"=== corner{i} Corner ===\n\n",
                11 => Units("ps", "fF"),
                15 => Units("ns", "pF"),
                _ => "",
            });
            text.Append(s_path);
        }

        string file = Path.Combine(_directory.FullName, "log");
        File.WriteAllText(file, text.ToString());
        (string, string, TimingUnits)[] alone = [.. Read(1, 1 << 20)];
        Assert.Equal(80, alone.Length);
        Assert.Contains(alone, static path => path.Item3.Time < 5e-12);
        foreach (int rangeLength in (int[])[1500, 5000, 30000])
        {
            Assert.Equal(alone, Read(3, rangeLength));
        }

        List<(string, string, TimingUnits)> Read(int threads, int rangeLength)
        {
            using SafeFileHandle handle = File.OpenHandle(file);
            using var parser = new ParallelReportParser(handle, new DiscardSink(), threads, TimingUnits.Default, rangeLength, windowLength: 200);
            var chunk = new PathChunk();
            var paths = new List<(string, string, TimingUnits)>();
            bool more = true;
            while (more)
            {
                more = parser.Fill(ref chunk, TestContext.Current.CancellationToken);
                paths.AddRange(Enumerable.Range(0, chunk.Count).Select(i => (chunk[i].Section, chunk[i].Corner, chunk.Units)));
                chunk.Clear();
            }

            return paths;
        }
    }

    [Fact]
    public void Numbers_count_the_units_printed_last()
    {
        List<TimingPath> paths = new BlockRecorder().ReadPaths(Encoding.UTF8.GetBytes(s_path + Units("ps", "fF") + s_path + Units("ns", "pF") + s_path));
        Assert.Equal([1e-9, 1e-12, 1e-9], paths.Select(static path => path.Chunk.Units.Time));
    }

    [Theory]
    [InlineData("max_ss_100C_1v60", "max_ss_100C_1v60")]
    [InlineData("nom_tt_025C_1v80", "nom_tt_025C_1v80")]
    [InlineData("min_ff_n40C_1v95", "min_ff_n40C_1v95")]
    [InlineData("reports", "")]
    [InlineData("54-openroad-stapostpnr", "")]
    public void A_directory_may_be_called_by_its_corner(string directory, string corner)
    {
        string file = Path.Combine(_directory.CreateSubdirectory(directory).FullName, "max.rpt");
        File.WriteAllText(file, s_path);
        using SavedReport report = SavedReport.Open(file);
        var chunk = new PathChunk();
        report.Parse(new DiscardSink(), TimingUnits.Default).Fill(ref chunk, TestContext.Current.CancellationToken);
        Assert.Equal((corner, file), (chunk[0].Corner, chunk[0].File));
    }

    private static string Units(string time, string capacitance) => $" time 1{time}\n capacitance 1{capacitance}\n resistance 1kohm\n voltage 1v\n current 1mA\n power 1nW\n distance 1um\n";
}
