using System.Text;
using System.Text.Json;

namespace Slackline.Reports.Data;

/// <summary>Makes parts of the blocks of an output, each as its model, and hands them on as they come.</summary>
internal sealed class ReportParts(Action<ReportPart> accept) : IReportSink
{
    private readonly List<string> _lines = [];

    /// <summary>Paths that came.</summary>
    public int Paths { get; private set; }

    /// <inheritdoc/>
    public bool WantsTextOfPaths => true;

    /// <inheritdoc/>
    public void Accept(in ReportBlock block)
    {
        if (!block.IsText && block.Kind != BlockKind.BlankLines)
        {
            End();
        }

        switch (block.Kind)
        {
            case BlockKind.Path:
                Paths++;
                Add("path", Encoding.UTF8.GetString(block.Text).Trim('\n'));
                break;
            case BlockKind.Verbatim or BlockKind.Heading or BlockKind.Report when block.IsText && Encoding.UTF8.GetString(block.Text) is var text && !string.IsNullOrWhiteSpace(text):
                _lines.AddRange(text.TrimEnd('\n').Split('\n'));
                break;
            case BlockKind.Report:
                Add(ReportKinds.NameOf(block.Report!), (object)block.Report!);
                break;
            case BlockKind.Diagnostic:
                Add("diagnostic", block.Diagnostic!.ToString());
                break;
        }
    }

    /// <summary>The output has ended. Lines of no known kind, and those of names, are one part when they follow one another: a list of names has one for each.</summary>
    public void End()
    {
        if (_lines.Count > 0)
        {
            Add("text", _lines);
            _lines.Clear();
        }
    }

    private void Add<T>(string kind, T value) => accept(new ReportPart(kind, JsonSerializer.SerializeToElement(value, ReportJson.Options)));
}
