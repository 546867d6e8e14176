using Slackline.Reports;
using Slackline.Reports.Design;

namespace Slackline.Tests.Reports.Design;

public class SetupReportTests
{
    [Fact]
    public void Every_problem_has_its_message()
    {
        IReadOnlyList<SetupMessage> messages = Sample.Read<SetupReport>(DesignSamples.Setup).Messages;
        Assert.Equal(Enum.GetValues<SetupProblem>(), messages.Select(message => message.Problem));
        Assert.Equal(["debug_in", "free_clk"], messages[0].Objects);
        Assert.Equal("| loop cut point", messages[5].Objects[2]);
    }

    [Fact]
    public void The_count_decides_over_number()
    {
        SetupReport report = Sample.Read<SetupReport>(DesignSamples.SetupCounts);
        Assert.Equal(20, report.Messages[0].Count);
        Assert.StartsWith("Warning: There is 1 input port missing set_input_delay.\n", Sample.Print(new SetupReport { Messages = [report.Messages[0] with { Count = 1 }] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_fewer_than_counted_belong_to_something_else()
    {
        BlockRecorder read = BlockRecorder.Read("Warning: There are 2 unconstrained endpoints.\n  only_one\n");
        Assert.Equal([BlockKind.Report, BlockKind.Verbatim], read.Blocks.Select(block => block.Kind));
    }

    [Fact]
    public void Two_checks_are_two_reports() => Assert.Equal(2, BlockRecorder.Read(DesignSamples.SetupCounts + DesignSamples.SetupCounts).Blocks.Count);
}
