using Slackline.Reports;
using Slackline.Tests.Reports.Design;

namespace Slackline.Tests.Reports;

public class TclListLineTests
{
    [Fact]
    public void Handles_are_a_list() => Assert.Equal(["_80a1f35e7f5500_p_PathEnd", "_80a1f35e7f5501_p_PathEnd"], Sample.Read<TclListLine>("_80a1f35e7f5500_p_PathEnd _80a1f35e7f5501_p_PathEnd\n").Elements);

    [Fact]
    public void Elements_in_braces_are_a_list() => Assert.Equal(["path delay", "gated clock", ""], Sample.Read<TclListLine>("{path delay} {gated clock} {}\n").Elements);

    [Theory]
    [InlineData("clk asynchronous {path delay} unconstrained")]
    [InlineData("_414_/Q _418_/D clk")]
    [InlineData("_80a1f35e7f5500_p_PathEnd has a slack")]
    [InlineData("_reg_p_out")]
    [InlineData("{path delay}")]
    [InlineData("{a b} {c d")]
    [InlineData("{a}  {b c}")]
    [InlineData("{\"a\": 1} {\"b\": 2}")]
    public void What_may_be_something_else_is_kept_verbatim(string line) => Assert.Equal(BlockKind.Verbatim, Assert.Single(BlockRecorder.Read(line + "\n").Blocks).Kind);
}
