using System.Text;
using Slackline.Reports;
using Slackline.Reports.Checks;
using Slackline.Reports.Design;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Tests.Reports;

/// <summary>Reports of any length, and text that looks like the beginning of one.</summary>
public sealed class LongReportTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(1999)]
    [InlineData(2000)]
    [InlineData(2001)]
    [InlineData(7000)]
    public void A_long_table_comes_in_parts_that_print_as_they_were(int rows)
    {
        var table = new StringBuilder("max slew\n\nPin                                    Limit    Slew   Slack\n------------------------------------------------------------\n");
        for (int i = 0; i < rows; i++)
        {
            table.Append(System.Globalization.CultureInfo.InvariantCulture, $"{$"u{i}/Z",-36}{1.5,8:0.00}{1.5 + (i % 100 / 100.0),8:0.00}{-(i % 100 / 100.0) - 0.001,8:0.00} (VIOLATED)\n");
        }

        BlockRecorder read = BlockRecorder.Read($"{table}\nhello\n{table}", 5000);
        CheckTable[] parts = [.. read.Blocks.Select(static block => block.Report).OfType<CheckTable>()];
        Assert.Equal(2 * rows, parts.Sum(static part => part.Rows.Count));
        Assert.Equal(2, parts.Count(static part => !part.IsContinued));
        Assert.All(parts, static part => Assert.InRange(part.Rows.Count, 1, 2000));
        Assert.DoesNotContain(read.Blocks, static block => block.Kind == BlockKind.Verbatim && block.Text != "hello\n" && block.Text.Trim('\n').Length > 0);
    }

    [Theory]
    [InlineData(1999)]
    [InlineData(2000)]
    [InlineData(2001)]
    [InlineData(7000)]
    public void The_power_of_many_instances_comes_in_parts(int rows)
    {
        string table = "   Internal  Switching    Leakage      Total\n      Power      Power      Power      Power (Watts)\n--------------------------------------------\n"
            + string.Concat(Enumerable.Range(0, rows).Select(static i => $"   1.23e-06   0.00e+00   4.5{i % 10}e-12   {1 + (i % 9)}.00e-05 core/u_{i}\n"));
        BlockRecorder read = BlockRecorder.Read($"{table}\nhello\n{table}", 5000);
        InstancePowerReport[] parts = [.. read.Blocks.Select(static block => block.Report).OfType<InstancePowerReport>()];
        Assert.Equal(2 * rows, parts.Sum(static part => part.Instances.Count));
        Assert.Equal(2, parts.Count(static part => !part.IsContinued));
        Assert.All(parts, static part => Assert.InRange(part.Instances.Count, 1, 2000));
        Assert.Equal(["hello\n"], read.Blocks.Where(static block => block.Kind == BlockKind.Verbatim).Select(static block => block.Text));
    }

    [Theory]
    [InlineData(1999, 3)]
    [InlineData(2000, 0)]
    [InlineData(2000, 3)]
    [InlineData(2001, 2500)]
    [InlineData(7000, 5000)]
    public void Drivers_without_parasitics_come_in_parts(int unannotated, int partial)
    {
        string report = $"Found {unannotated} unannotated drivers.\n" + string.Concat(Enumerable.Range(0, unannotated).Select(static i => $" u{i}/Z\n"))
            + $"Found {partial} partially unannotated drivers.\n" + string.Concat(Enumerable.Range(0, partial).Select(static i => $" p{i}/Z\n" + (i % 3 == 0 ? "" : $"  l{i}/A\n  m{i}/B\n")));
        BlockRecorder read = BlockRecorder.Read($"{report}\nhello\n{report}", 5000);
        ParasiticAnnotationReport[] parts = [.. read.Blocks.Select(static block => block.Report).OfType<ParasiticAnnotationReport>()];
        IEnumerable<string> drivers = Enumerable.Range(0, unannotated).Select(static i => $"u{i}/Z");
        IEnumerable<string> partialDrivers = Enumerable.Range(0, partial).Select(static i => $"p{i}/Z");
        Assert.Equal([.. drivers, .. drivers], parts.SelectMany(static part => part.Unannotated));
        Assert.Equal([.. partialDrivers, .. partialDrivers], parts.SelectMany(static part => part.PartiallyAnnotated).Select(static driver => driver.Driver));
        Assert.Equal([unannotated, unannotated], parts.Select(static part => part.UnannotatedCount).OfType<int>());
        Assert.Equal([partial, partial], parts.Select(static part => part.PartiallyAnnotatedCount).OfType<int>());
        Assert.All(parts, static part => Assert.Equal(part.IsContinued, part.UnannotatedCount is null));
        Assert.All(parts, static part => Assert.InRange(part.Unannotated.Count + part.PartiallyAnnotated.Sum(static driver => 1 + driver.UnannotatedLoads.Count), 0, 2002));
        Assert.Equal(["hello\n"], read.Blocks.Where(static block => block.Kind == BlockKind.Verbatim).Select(static block => block.Text));
    }

    [Theory]
    [InlineData(1999, 1999)]
    [InlineData(2000, 0)]
    [InlineData(2000, 2000)]
    [InlineData(0, 7000)]
    [InlineData(4001, 2500)]
    public void Arcs_with_and_without_annotation_come_in_parts(int annotated, int unannotated)
    {
        static string Arcs(string title, int count, string name) => count == 0 ? "" : $"\n{title}\n" + string.Concat(Enumerable.Range(0, count).Select(i => $" internal net       {name}{i}/Z -> r{i}/D \n"));
        string report = "                                                          Not   \nDelay type                        Total    Annotated   Annotated\n"
            + "----------------------------------------------------------------\ncell arcs                          9000        4001        2500\n"
            + "----------------------------------------------------------------\n                                   9000        4001        2500\n"
            + Arcs("Annotated Arcs", annotated, "a") + Arcs("Unannotated Arcs", unannotated, "u");
        BlockRecorder read = BlockRecorder.Read($"{report}\nhello\n{report}", 5000);
        AnnotationReport[] parts = [.. read.Blocks.Select(static block => block.Report).OfType<AnnotationReport>()];
        Assert.Equal(2 * annotated, parts.Sum(static part => part.AnnotatedArcs?.Count(static arc => arc.From[0] == 'a')));
        Assert.Equal(2 * unannotated, parts.Sum(static part => part.UnannotatedArcs?.Count(static arc => arc.From[0] == 'u')));
        Assert.Equal(2, parts.Count(static part => !part.IsContinued));
        Assert.All(parts, static part => Assert.InRange((part.AnnotatedArcs?.Count ?? 0) + (part.UnannotatedArcs?.Count ?? 0), 1, 2000));
        Assert.All(parts, static part => Assert.Equal(9000, part.Total));
        Assert.Equal(["hello\n"], read.Blocks.Where(static block => block.Kind == BlockKind.Verbatim).Select(static block => block.Text));
    }

    // Lists, checks and power reports are split and not printed back, so the reader must notice any spacing that would be printed
    // differently.
    [Theory]
    [InlineData("   1.23e-06   0.00e+00   4.50e-12   1.00e-05 u1\n", true)]
    [InlineData("   1.23e-06        NaN   4.50e-12   1.00e-05 u1\n", true)]
    [InlineData("   1.23e-06  -1.50e-07   4.50e-12   1.00e-05 u1 u2\n", true)]
    [InlineData("  1.23e-06   0.00e+00   4.50e-12   1.00e-05 u1\n", false)]
    [InlineData("   1.23e-06    0.00e+00   4.50e-12   1.00e-05 u1\n", false)]
    [InlineData("   1.23e-06   0.00e+00   4.500e-12   1.00e-05 u1\n", false)]
    [InlineData("   1.23e-06   0.00e+00  4.500e-12   1.00e-05 u1\n", false)]
    [InlineData("   1.23e-06   0.00e-00   4.50e-12   1.00e-05 u1\n", false)]
    [InlineData("   1.23e-06   0.10e-03   4.50e-12   1.00e-05 u1\n", false)]
    [InlineData("   1.23e-06   0.00e+00   4.50e-12   1.00e-05\n", false)]
    public void A_row_of_power_is_read_only_as_it_is_printed(string row, bool isRow)
    {
        const string Table = "   Internal  Switching    Leakage      Total\n      Power      Power      Power      Power\n--------------------------------------------\n   1.23e-06   0.00e+00   4.50e-12   1.00e-05 u0\n";
        BlockRecorder read = BlockRecorder.Read(Table + row + "\n");
        Assert.Equal(isRow ? 2 : 1, read.Blocks.Select(static block => block.Report).OfType<InstancePowerReport>().Single().Instances.Count);
    }

    [Theory]
    [InlineData("Pad                    0.00e+00   0.00e+00   0.00e+00   0.00e+00   0.0%\n", true)]
    [InlineData("Pad                    0.00e+00   0.00e+00   0.00e+00   0.00e+00    0.0%\n", false)]
    [InlineData("Pad                    0.00e+00   0.00e+00   0.00e+00   0.00e+00   0.00%\n", false)]
    [InlineData("Pad                   0.00e+00   0.00e+00   0.00e+00   0.00e+00   0.0%\n", false)]
    [InlineData("Pad                   0.000e+00  0.000e+00  0.000e+00  0.000e+00   0.0%\n", false)]
    public void A_kind_of_cells_is_read_only_as_it_is_printed(string row, bool isRow)
    {
        string table = "Group                  Internal  Switching    Leakage      Total\n                          Power      Power      Power      Power (Watts)\n----------------------------------------------------------------\n"
            + row + "----------------------------------------------------------------\nTotal                  7.00e-04   6.25e-04   4.45e-10   1.33e-03 100.0%\n                          52.9%      47.1%       0.0%\n";
        Assert.Equal(isRow, BlockRecorder.Read(table).Blocks.Any(static block => block.Report is PowerReport));
    }

    [Theory]
    [InlineData("u1/Z 0 case=0\n", "u1/A 0\n", typeof(ConstantReport))]
    [InlineData("u1 A Z constraint\n", "core clk q constraint\n", typeof(DisabledEdgesReport))]
    public void Lists_of_lines_come_in_parts_also_where_a_line_alone_would_begin_none(string first, string line, Type kind)
    {
        BlockRecorder read = BlockRecorder.Read(first + string.Concat(Enumerable.Repeat(line, 4999)) + "\nhello\n", 3000);
        Assert.Equal([2000, 2000, 1000], read.Blocks.Where(static block => block.Report is not null).Select(static block => block.Text.Count(static c => c == '\n')));
        Assert.Equal([false, true, true], read.Blocks.Select(static block => block.Report).OfType<Report>().Select(static report => report.IsContinued));
        Assert.All(read.Blocks.Select(static block => block.Report).OfType<Report>(), report => Assert.Equal(kind, report.GetType()));
    }

    [Theory]
    [InlineData("max slew\n\nPin                                    Limit    Slew   Slack\n------------------------------------------------------------\nu\u00e9/Z                                   0.10    0.12   -0.02 (VIOLATED)\n")]
    [InlineData("Found  0 unannotated drivers.\nFound   0 partially unannotated drivers.\n")]
    public void What_would_be_printed_otherwise_is_no_report(string text) =>
        Assert.DoesNotContain(BlockRecorder.Read(Encoding.Latin1.GetBytes(text), 1000).Blocks, static block => block.Report is not null);

    [Fact]
    public void A_report_that_is_too_long_is_told()
    {
        string report = "u1/Z 0 case=0\n" + string.Concat(Enumerable.Range(0, 2000).Select(static i => $"u{i}/Z 0 case=1\n"));
        var sink = new Counter();
        var parser = new OpenStaStreamParser(new PiecewiseStream(Encoding.UTF8.GetBytes(report + "\nhello\n"), 1000), sink, TimingUnits.Default, new ReportReaderLimits { MaxBlockLength = 8_000 });
        var chunk = new PathChunk();
        while (parser.Fill(chunk, TestContext.Current.CancellationToken))
        {
            chunk.Clear();
        }

        Assert.Equal(report.Length + "\nhello\n".Length, sink.Bytes);
        Assert.True(sink.TooLong > 0);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData("  ")]
    public void Lines_of_one_word_are_text(string indent)
    {
        string text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{indent}name_{i}\n"));
        Assert.All(BlockRecorder.Read(text, 100_000).Blocks, static block => Assert.Equal((BlockKind.Verbatim, Damage.None), (block.Kind, block.Damage)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(500)]
    [InlineData(1500)]
    public void A_loop_behind_many_lines_of_one_word_is_found(int before)
    {
        string names = string.Concat(Enumerable.Range(0, before).Select(static i => $" other_{i}\n"));
        const string Loop = " u1/A\n u1/Z\n u2/A\n u1/A\n";
        BlockRecorder read = BlockRecorder.Read(names + Loop + "end of it.\n", 300);
        Assert.Equal(Loop, Assert.Single(read.Blocks, static block => block.Report is CombinationalLoop).Text);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(40)]
    [InlineData(3000)]
    public void Names_close_before_a_pin_are_objects_however_many_stand_before_them(int before)
    {
        string names = string.Concat(Enumerable.Range(0, before).Select(static i => $"other_{i}\n"));
        BlockRecorder read = BlockRecorder.Read(names + "u1/Z\nend of it.\n", 300);
        Assert.Equal(Math.Min(before, 16) + 1, read.Blocks.Count(static block => block.Report is ObjectLine));
    }

    private sealed class Counter : IReportSink
    {
        public long Bytes { get; private set; }

        public int TooLong { get; private set; }

        public void Accept(in ReportBlock block)
        {
            Bytes += block.Length;
            TooLong += block.Damage == Damage.TooLong ? 1 : 0;
        }
    }
}
