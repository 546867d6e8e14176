using System.Text;
using System.Text.Json;

namespace Slackline.Reports.Data;

/// <summary>Turns the blocks of an output into parts, each with its model, and hands them on as they come.</summary>
internal sealed class ReportParts(Action<ReportPart> accept) : IReportSink
{
    private readonly List<string> _lines = [];

    /// <summary>The number of paths.</summary>
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
            case BlockKind.Verbatim or BlockKind.Heading or BlockKind.Report when block.IsText
                && Encoding.UTF8.GetString(block.Text) is var text && !string.IsNullOrWhiteSpace(text):
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

    /// <summary>
    /// Ends the output. Consecutive lines of no known kind form one part, and so do consecutive lines of names: a list of names has one
    /// block for each line.
    /// </summary>
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
