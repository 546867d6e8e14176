using Slackline.Reports;
using Slackline.Reports.Paths;

namespace Slackline.Fuzz;

/// <summary>Takes the blocks of a text and sees to it that they lie end to end and print back.</summary>
internal sealed class CheckingSink(byte[] text) : IReportSink
{
    private readonly TextBuffer _again = new();

    /// <summary>The blocks so far.</summary>
    public List<SeenBlock> Blocks { get; } = [];

    /// <summary>Where the last of them ends.</summary>
    public long End { get; private set; }

    public bool WantsTextOfPaths => true;

    public void Accept(in ReportBlock block)
    {
        if (block.Offset != End || !text.AsSpan((int)End).StartsWith(block.Text))
        {
            throw new BrokenPromiseException($"A block of {block.Text.Length} bytes at {block.Offset} is not the text at {End}.");
        }

        End += block.Text.Length;
        Blocks.Add(new SeenBlock(block.Kind, block.Offset, block.Text.Length, block.Damage, block.Report?.GetType(), block.Diagnostic));
        RequirePrintsBack(block);
    }

    private void RequirePrintsBack(in ReportBlock block)
    {
        _again.Clear();
        if (block.Kind == BlockKind.Path)
        {
            PathRenderer.RenderWithBlankLines(block.Path, _again);
        }
        else if (block.Report is { } report)
        {
            report.Render(_again);
        }
        else
        {
            return;
        }

        if (!_again.Written.SequenceEqual(block.Text))
        {
            throw new BrokenPromiseException($"The {block.Kind} of {block.Text.Length} bytes at {block.Offset} prints otherwise.");
        }
    }
}
