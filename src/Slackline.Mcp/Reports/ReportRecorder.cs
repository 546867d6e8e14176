using System.Text;
using System.Text.Json;
using Slackline.Reports;

namespace Slackline.Mcp.Reports;

/// <summary>Records the blocks of a command's output, each as its model; up to a bound, past which it throws: half a report would look like a whole one.</summary>
internal sealed class ReportRecorder(int maxBytes) : IReportSink
{
    private readonly List<ReportPart> _parts = [];
    private readonly List<string> _lines = [];
    private readonly StringBuilder _text = new();
    private long _bytes;

    /// <summary>What came, in its order.</summary>
    public IReadOnlyList<ReportPart> Parts
    {
        get
        {
            EndText();
            return _parts;
        }
    }

    /// <summary>The whole output.</summary>
    public string Text => _text.ToString();

    /// <summary>Paths that came.</summary>
    public int Paths { get; private set; }

    /// <inheritdoc/>
    public bool WantsTextOfPaths => true;

    /// <inheritdoc/>
    /// <exception cref="ToolInputException">The output is too long.</exception>
    public void Accept(in ReportBlock block)
    {
        _bytes += block.Length;
        if (_bytes > maxBytes)
        {
            throw new ToolInputException($"The report is longer than {maxBytes / 1_000_000} MB. Ask for less with the command's options; timing paths of any number come with stream_timing_analysis.");
        }

        string text = Encoding.UTF8.GetString(block.Text);
        _text.Append(text);
        if (!block.IsText && block.Kind != BlockKind.BlankLines)
        {
            EndText();
        }

        switch (block.Kind)
        {
            case BlockKind.Path:
                Paths++;
                Add("path", text.Trim('\n'));
                break;
            case BlockKind.Verbatim or BlockKind.Report when block.IsText && !string.IsNullOrWhiteSpace(text):
                _lines.AddRange(text.TrimEnd('\n').Split('\n'));
                break;
            case BlockKind.Report:
                Add(NameOf(block.Report!), (object)block.Report!);
                break;
            case BlockKind.Diagnostic:
                Add("diagnostic", block.Diagnostic!.ToString());
                break;
        }
    }

    // Lines of no known kind, and those of names, are one part when they follow one another: a list of names has one for each.
    private void EndText()
    {
        if (_lines.Count > 0)
        {
            Add("text", _lines);
            _lines.Clear();
        }
    }

    private void Add<T>(string kind, T value) => _parts.Add(new ReportPart(kind, JsonSerializer.SerializeToElement(value, ReportJson.Options)));

    /// <summary>What a kind of report is called.</summary>
    public static string NameOf(Report report)
    {
        string name = report.GetType().Name;
        return JsonNamingPolicy.SnakeCaseLower.ConvertName(name.EndsWith("Report", StringComparison.Ordinal) ? name[..^"Report".Length] : name);
    }
}
