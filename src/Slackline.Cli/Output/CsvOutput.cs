using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Prints each path as a line of comma-separated values, below one line of titles. Numbers are as the report prints them.</summary>
internal sealed class CsvOutput(Stream output, IReadOnlyList<FilterColumn>? columns) : IPathOutput
{
    private readonly CsvWriter _lines = new(output);
    private readonly IReadOnlyList<FilterColumn> _columns = columns ?? PathColumns.Parse(NdjsonOutput.Usual);
    private readonly TextBuffer _cell = new();
    private bool _hasTitles;

    public bool WantsMore => true;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        WriteTitles();
        foreach (int match in matches)
        {
            foreach (FilterColumn column in _columns)
            {
                Write(column, chunk[match]);
            }

            _lines.EndLine();
        }

        _lines.Flush();
        return matches.Length;
    }

    public void Finish()
    {
        WriteTitles();
        _lines.Flush();
    }

    private void WriteTitles()
    {
        if (!_hasTitles)
        {
            _lines.WriteTitles(_columns.Select(static column => column.Name));
            _hasTitles = true;
        }
    }

    private void Write(FilterColumn column, TimingPath path)
    {
        _cell.Clear();
        PathColumns.Write(column, path, _cell);
        if (column.Kind is FilterColumnKind.Time or FilterColumnKind.Count)
        {
            _lines.WriteNumber(_cell.Written);
        }
        else
        {
            _lines.WriteText(_cell.Written);
        }
    }
}
