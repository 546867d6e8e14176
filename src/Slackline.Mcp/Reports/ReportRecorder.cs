using System.Text;
using System.Text.Json;
using Slackline.Reports;

namespace Slackline.Mcp.Reports;

/// <summary>Records the blocks of a command's output, each as its model; up to a bound, past which it throws: half a report would look like a whole one.</summary>
internal sealed class ReportRecorder(int maxBytes) : IReportSink
{
    private readonly List<ReportPart> _parts = [];
    private readonly StringBuilder _text = new();
    private long _bytes;

    /// <summary>What came, in its order.</summary>
    public IReadOnlyList<ReportPart> Parts => _parts;

    /// <summary>The whole output.</summary>
    public string Text => _text.ToString();

    /// <summary>Paths that came.</summary>
    public int Paths { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ToolInputException">The output is too long.</exception>
    public void Accept(in ReportBlock block)
    {
        _bytes += block.Text.Length;
        if (_bytes > maxBytes)
        {
            throw new ToolInputException($"The report is longer than {maxBytes / 1_000_000} MB. Ask for less with the command's options; timing paths of any number come with stream_timing_analysis.");
        }

        string text = Encoding.UTF8.GetString(block.Text);
        _text.Append(text);
        switch (block.Kind)
        {
            case BlockKind.Path:
                Paths++;
                Add("path", text.Trim('\n'));
                break;
            case BlockKind.Report:
                _parts.Add(new ReportPart(NameOf(block.Report!), JsonSerializer.SerializeToElement(block.Report, block.Report!.GetType(), ReportJson.Options)));
                break;
            case BlockKind.Diagnostic:
                Add("diagnostic", block.Diagnostic!.ToString());
                break;
            case BlockKind.Verbatim when !string.IsNullOrWhiteSpace(text):
                Add("text", text.TrimEnd('\n'));
                break;
        }
    }

    private void Add(string kind, string text) => _parts.Add(new ReportPart(kind, JsonSerializer.SerializeToElement(text, ReportJson.Options)));

    private static string NameOf(Report report)
    {
        string name = report.GetType().Name;
        return JsonNamingPolicy.SnakeCaseLower.ConvertName(name.EndsWith("Report", StringComparison.Ordinal) ? name[..^"Report".Length] : name);
    }
}
