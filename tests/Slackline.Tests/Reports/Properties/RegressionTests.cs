using Slackline.Reports;
using Slackline.Tests.Reports.Checks;
using Slackline.Tests.Reports.Paths;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Inputs that once broke a property, or that the fuzzer found, each as small as it gets.</summary>
public class RegressionTests
{
    [Fact]
    public void A_description_that_runs_into_the_attributes_column_loses_no_byte()
    {
        // A damaged byte replaced the space before the cell's bracket: the reader mistook the byte after the column's 36 for a space.
        string damaged = SamplePaths.Attributes.Replace("a_name_longer_than_the_column/_418_/D (", "a_name_longer_than_the_column/_418_/Dx(", StringComparison.Ordinal);
        Assert.NotEqual(SamplePaths.Attributes, damaged);
        BlockRecorder.Read(damaged);
    }

    public static TheoryData<string, string> BrokenThenCut => new()
    {
        // A line that breaks a path, and the beginning of the next one.
        { JsonSamples.Check, "\"arrival\": 2.072e-10,\n" },
        { SamplePaths.Wrapped, "Path Type: max\n" },
        { "  Delay    Time   Description\n" + new string('-', 57) + "\n   0.10    0.10 ^ u1/Z (BUF_X1)\n           0.10   data arrival time\n", "data arrival time\n" },
    };

    [Theory]
    [MemberData(nameof(BrokenThenCut))]
    public void Whether_a_path_is_broken_or_cut_does_not_depend_on_when_its_end_is_known(string path, string line)
    {
        // The reader of a stream knows that nothing follows only after it has read all.
        int end = path.IndexOf(line, StringComparison.Ordinal) + line.Length;
        string text = path[..(end - line.Length)] + line.Replace("2.072", "4.3.9", StringComparison.Ordinal).Replace("max", "mux", StringComparison.Ordinal) + "  rest";
        (Damage, string)[] streamed = [.. BlockRecorder.Read(text).Blocks.Select(static block => (block.Damage, block.Text))];
        Assert.Equal(streamed, BlockRecorder.ReadAtOnce(text).Blocks.Select(static block => (block.Damage, block.Text)));
        string file = Path.GetTempFileName();
        File.WriteAllText(file, text);
        Assert.Equal(streamed, BlockRecorder.ReadInParallel(file, threads: 2, rangeLength: 100).Blocks.Select(static block => (block.Damage, block.Text)));
        File.Delete(file);
        (Damage damage, string broken) = Assert.Single(streamed, static block => block.Item1 != Damage.None);
        Assert.Equal(Damage.Broken, damage);
        Assert.EndsWith("\n", broken, StringComparison.Ordinal);
    }

    [Fact]
    public void The_table_of_a_check_without_its_heading_is_no_path()
    {
        string table = CheckSamples.PulseWidthPath[CheckSamples.PulseWidthPath.IndexOf("  Delay", StringComparison.Ordinal)..];
        Assert.DoesNotContain(BlockRecorder.Read("\n" + table).Blocks, static block => block.Kind == BlockKind.Path);
    }
}
