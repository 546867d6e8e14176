using System.Text;
using Slackline.Reports;
using Slackline.Reports.Data;

namespace Slackline.Mcp.Reports;

/// <summary>
/// Records the blocks of a command's output, each as its model. Past a bound it throws, because half a report would look like a whole one.
/// </summary>
internal sealed class ReportRecorder : IReportSink
{
    private readonly int _maxBytes;
    private readonly List<ReportPart> _recorded = [];
    private readonly ReportParts _parts;
    private readonly StringBuilder _text = new();
    private long _bytes;

    /// <summary>Records an output up to a number of bytes.</summary>
    public ReportRecorder(int maxBytes)
    {
        _maxBytes = maxBytes;
        _parts = new ReportParts(_recorded.Add);
    }

    /// <summary>What came, in its order.</summary>
    public IReadOnlyList<ReportPart> Parts
    {
        get
        {
            _parts.End();
            return _recorded;
        }
    }

    /// <summary>The whole output.</summary>
    public string Text => _text.ToString();

    /// <summary>Paths that came.</summary>
    public int Paths => _parts.Paths;

    /// <inheritdoc/>
    public bool WantsTextOfPaths => true;

    /// <inheritdoc/>
    /// <exception cref="ToolInputException">The output is too long.</exception>
    public void Accept(in ReportBlock block)
    {
        _bytes += block.Length;
        if (_bytes > _maxBytes)
        {
            throw new ToolInputException($"The report is longer than {_maxBytes / 1_000_000} MB. Ask for less with the command's options; timing paths of any number come with stream_timing_analysis.");
        }

        _text.Append(Encoding.UTF8.GetString(block.Text));
        _parts.Accept(block);
    }
}
