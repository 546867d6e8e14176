using System.Globalization;
using System.Text;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Cli.Commands;

/// <summary>Counts a report's bytes by kind of block, and prints every parsed block again to compare it with its text.</summary>
internal sealed class BlockVerifier(string name, TextWriter output) : IReportSink
{
    private readonly TextBuffer _again = new();
    private long _parsed;
    private long _diagnostic;
    private long _verbatim;
    private long _paths;
    private long _reports;
    private long _differences;
    private long _verbatimPathLines;

    public static string Titles { get; } = Line(
        "parsed", "diagnostic", "verbatim", "paths", "reports", "differences", "path lines verbatim", "file");

    /// <summary>Whether every parsed block was the same again and no line of a path was left verbatim.</summary>
    public bool IsClean => _differences == 0 && _verbatimPathLines == 0;

    /// <summary>Whether there was anything to prove: a path, a report or a message of the tool.</summary>
    public bool HasProof => _parsed + _diagnostic > 0;

    /// <summary>The tool whose report it looks like, when that is one we do not read; null else.</summary>
    public string? ForeignTool { get; private set; }

    /// <summary>The counts as a row under <see cref="Titles"/>.</summary>
    public string Row =>
        Line(
            Text(_parsed), Text(_diagnostic), Text(_verbatim), Text(_paths), Text(_reports), Text(_differences), Text(_verbatimPathLines),
            name);

    public void Read(Stream text, CancellationToken cancellation)
    {
        // Printing a report back gives the same text in all units.
        var parser = new OpenStaStreamParser(text, this, TimingUnits.Default);
        foreach (PathChunk _ in parser.ReadChunks(cancellation))
        {
            // Accept compares its content.
        }
    }

    public void Add(BlockVerifier other)
    {
        _parsed += other._parsed;
        _diagnostic += other._diagnostic;
        _verbatim += other._verbatim;
        _paths += other._paths;
        _reports += other._reports;
        _differences += other._differences;
        _verbatimPathLines += other._verbatimPathLines;
    }

    /// <inheritdoc/>
    public bool WantsTextOfPaths => true;

    public void Accept(in ReportBlock block)
    {
        switch (block.Kind)
        {
            case BlockKind.Path:
                _parsed += block.Length;
                _paths++;
                Compare(block);
                break;
            case BlockKind.Report:
                _parsed += block.Length;
                _reports++;
                Compare(block);
                break;
            case BlockKind.BlankLines:
                _parsed += block.Length;
                break;
            case BlockKind.Heading:
                _parsed += block.Length;
                Compare(block);
                break;
            case BlockKind.Diagnostic:
                _diagnostic += block.Length;
                Compare(block);
                break;
            case BlockKind.Verbatim:
                _verbatim += block.Length;
                ForeignTool ??= ForeignReports.FindTool(block.Text);
                CountPathLines(block);
                break;
        }
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Line(params string[] cells) =>
        $"{cells[0],12} {cells[1],10} {cells[2],10} {cells[3],9} {cells[4],9} {cells[5],11} {cells[6],19}  {cells[7]}";

    private void Compare(in ReportBlock block)
    {
        _again.Clear();
        if (block.Report is { } report)
        {
            report.Render(_again);
        }
        else if (block.Diagnostic is { } diagnostic)
        {
            diagnostic.Render(_again);
        }
        else
        {
            PathRenderer.RenderWithBlankLines(block.Path, _again);
        }

        if (!_again.Written.SequenceEqual(block.Text))
        {
            _differences++;
            output.WriteLine($"{name}: the block at byte {block.Offset} prints differently:");
            output.WriteLine(Difference(block.Text, _again.Written));
        }
    }

    private static string Difference(ReadOnlySpan<byte> text, ReadOnlySpan<byte> again)
    {
        string[] before = Encoding.UTF8.GetString(text).Split('\n');
        string[] after = Encoding.UTF8.GetString(again).Split('\n');
        int line = 0;
        while (line < before.Length && line < after.Length && before[line] == after[line])
        {
            line++;
        }

        return $"  line {line + 1}\n  - {before.ElementAtOrDefault(line)}\n  + {after.ElementAtOrDefault(line)}";
    }

    private void CountPathLines(in ReportBlock block)
    {
        ReadOnlySpan<byte> rest = block.Text;
        long offset = block.Offset;
        while (!rest.IsEmpty)
        {
            int length = rest.IndexOf((byte)'\n') + 1;
            length = length == 0 ? rest.Length : length;
            if (PathLines.IsPathLine(rest[..length].TrimEnd("\r\n"u8)))
            {
                _verbatimPathLines++;
                output.WriteLine(
                    $"{name}: a line of a path at byte {offset} is left verbatim: {Encoding.UTF8.GetString(rest[..length]).TrimEnd()}");
            }

            offset += length;
            rest = rest[length..];
        }
    }
}
