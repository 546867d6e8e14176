using Slackline.Reports;

namespace Slackline.Service.Sources;

/// <summary>Hands each block to two sinks.</summary>
internal sealed class BothSinks(IReportSink first, IReportSink second) : IReportSink
{
    /// <inheritdoc/>
    public bool WantsTextOfPaths => first.WantsTextOfPaths || second.WantsTextOfPaths;

    /// <inheritdoc/>
    public void Accept(in ReportBlock block)
    {
        first.Accept(block);
        second.Accept(block);
    }
}
