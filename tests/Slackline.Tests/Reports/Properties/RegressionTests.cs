using Slackline.Reports;
using Slackline.Tests.Reports.Checks;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Inputs that once broke a property, or that the fuzzer found, each as small as it gets.</summary>
public class RegressionTests
{
    [Fact]
    public void A_description_that_runs_into_the_attributes_column_loses_no_byte()
    {
        // A damaged byte where the space before the cell's bracket was: the reader took the byte behind the column's 36 for a space.
        string damaged = SamplePaths.Attributes.Replace("a_name_longer_than_the_column/_418_/D (", "a_name_longer_than_the_column/_418_/Dx(", StringComparison.Ordinal);
        Assert.NotEqual(SamplePaths.Attributes, damaged);
        BlockRecorder.Read(damaged);
    }

    [Fact]
    public void The_table_of_a_check_without_its_heading_is_no_path()
    {
        string table = CheckSamples.PulseWidthPath[CheckSamples.PulseWidthPath.IndexOf("  Delay", StringComparison.Ordinal)..];
        Assert.DoesNotContain(BlockRecorder.Read("\n" + table).Blocks, static block => block.Kind == BlockKind.Path);
    }
}
