using System.Globalization;
using System.Text;
using System.Text.Json;
using Slackline.Reports;
using Slackline.Reports.Data;
using Slackline.Reports.Paths;

namespace Slackline.Cli.Output;

/// <summary>Lists reports that are no paths, as they come.</summary>
/// <param name="output">Where they go; not buffered.</param>
/// <param name="kinds">The kinds that are wanted; none for all.</param>
/// <param name="format">How.</param>
internal sealed class ReportListOutput(Stream output, IReadOnlySet<string> kinds, ReportListFormat format) : IReportSink, IDisposable
{
    private static readonly string[] s_titles = ["Kind", "Corner", "Section", "Offset", "Bytes", "File"];

    private readonly JsonLineWriter _lines = new(output);
    private readonly List<string[]> _rows = [];
    private readonly TextBuffer _text = new();

    // This many rows of the table are held to choose the column widths; later rows keep to these widths.
    private const int RowsHeld = 1000;
    private int[]? _widths;

    /// <summary>How many reports were listed.</summary>
    public long Listed { get; private set; }

    /// <inheritdoc/>
    public void Accept(in ReportBlock block)
    {
        if (block.Kind != BlockKind.Report || block.Report is PathListHeading or JsonListHeading or JsonListEnd)
        {
            return;
        }

        string kind = ReportKinds.NameOf(block.Report!);
        if (kinds.Count > 0 ? !kinds.Contains(kind) : block.Report is ObjectLine or TclListLine)
        {
            return;
        }

        Listed++;
        ReportContext context = block.Context ?? ReportContext.None;
        switch (format)
        {
            case ReportListFormat.Ndjson:
                WriteLine(kind, context, block);
                break;
            case ReportListFormat.Text:
                WriteText(kind, context, block);
                break;
            default:
                AddRow(kind, context, block);
                break;
        }
    }

    /// <summary>Writes the rows that are still held.</summary>
    public void Finish()
    {
        if (format == ReportListFormat.Ndjson)
        {
            _lines.Flush();
        }
        else if (_rows.Count > 0)
        {
            WriteRows();
        }
    }

    public void Dispose() => _lines.Dispose();

    private void WriteLine(string kind, ReportContext context, in ReportBlock block)
    {
        _lines.BeginLine();
        _lines.WriteText("kind", kind);
        _lines.WriteText("file", context.File);
        _lines.WriteText("section", context.Section);
        _lines.WriteText("corner", context.Corner);
        _lines.Json.WriteNumber("offset", block.Offset);
        _lines.Json.WriteNumber("bytes", block.Length);
        _lines.Json.WritePropertyName("data");
        JsonSerializer.Serialize(_lines.Json, (object)block.Report!, ReportJson.Options);
        _lines.EndLine();
    }

    private void WriteText(string kind, ReportContext context, in ReportBlock block)
    {
        string where = string.Join(
            ", ", new[] { context.File, context.Section, context.Corner, $"byte {block.Offset}" }.Where(static text => text.Length > 0));
        output.Write(Encoding.UTF8.GetBytes($"{(Listed > 1 ? "\n" : "")}==> {kind}: {where} <==\n"));
        output.Write(block.Text);
    }

    private void AddRow(string kind, ReportContext context, in ReportBlock block)
    {
        _rows.Add(
            [block.Report!.IsContinued ? kind + " (goes on)" : kind, context.Corner, context.Section, Number(block.Offset),
                Number(block.Length), context.File]);
        if (_rows.Count == RowsHeld)
        {
            WriteRows();
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void WriteRows()
    {
        bool isFirst = _widths is null;
        _widths ??= [.. s_titles.Select((title, i) => Math.Max(title.Length, _rows.Max(row => row[i].Length)))];
        if (isFirst)
        {
            _rows.Insert(0, s_titles);
        }

        foreach (string[] row in _rows)
        {
            string line = string.Join(
                "  ", row.Select((cell, i) => i is 3 or 4 ? cell.PadLeft(_widths[i]) : cell.PadRight(_widths[i]))).TrimEnd();
            _text.Write(line + "\n");
        }

        output.Write(_text.Written);
        _text.Clear();
        _rows.Clear();
    }
}
