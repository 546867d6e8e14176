using Slackline.Reports;

namespace Slackline.Tests.Reports;

/// <summary>Lets all blocks pass by.</summary>
internal sealed class DiscardSink : IReportSink
{
    public void Accept(in ReportBlock block)
    {
    }
}
