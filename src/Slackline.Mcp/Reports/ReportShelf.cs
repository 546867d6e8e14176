using System.Security.Cryptography;

namespace Slackline.Mcp.Reports;

/// <summary>A client's last reports, for their resources.</summary>
internal sealed class ReportShelf(ServerLimits limits)
{
    private readonly Lock _lock = new();
    private readonly List<KeptReport> _reports = [];

    /// <summary>The reports, the newest first.</summary>
    public IReadOnlyList<KeptReport> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _reports.AsEnumerable().Reverse()];
            }
        }
    }

    /// <summary>An id for a report.</summary>
    public static string NewId() => "r-" + RandomNumberGenerator.GetHexString(6, lowercase: true);

    /// <summary>Keeps a report; the oldest one goes when there are too many.</summary>
    public void Add(KeptReport report)
    {
        lock (_lock)
        {
            _reports.Add(report);
            if (_reports.Count > limits.MaxReports)
            {
                _reports.RemoveAt(0);
            }
        }
    }

    /// <summary>A report by its id.</summary>
    /// <exception cref="ToolInputException">There is no such report.</exception>
    public KeptReport Find(string id) => All.FirstOrDefault(report => report.Id == id)
        ?? throw new ToolInputException($"There is no report {id} any more: the last {limits.MaxReports} are kept until the server ends. Run it again with run_report.");
}
