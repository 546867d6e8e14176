using Slackline.Sessions;
using Slackline.Tcl;

namespace Slackline.Tests.Sessions;

public class StaFeaturesTests
{
    private const string OldUsage = "[-from from_list] [-group_count path_count]  [-endpoint_count path_count] [-digits digits]";
    private const string NewUsage = "[-from from_list] [-group_path_count path_count] [-endpoint_path_count path_count] [-digits digits]";

    [Theory]
    [InlineData(OldUsage, "report_checks -group_path_count 5 -endpoint_path_count 2", "report_checks -group_count 5 -endpoint_count 2")]
    [InlineData(OldUsage, "report_checks\t-group_count 5", "report_checks\t-group_count 5")]
    [InlineData(NewUsage, "report_checks -group_count 5 -endpoint_count 2", "report_checks -group_path_count 5 -endpoint_path_count 2")]
    [InlineData(NewUsage, "report_checks -group_path_count 5", "report_checks -group_path_count 5")]
    [InlineData("", "report_checks -group_count 5 -endpoint_path_count 2", "report_checks -group_count 5 -endpoint_path_count 2")]
    public void Renamed_options_are_said_as_the_version_knows_them(string usage, string command, string translated) =>
        Assert.Equal(translated, StaFeatures.Parse(TclList.Format("version", "9", "report_checks", usage)).Translate(command));
}
