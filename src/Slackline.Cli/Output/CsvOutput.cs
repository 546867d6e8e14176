using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>
/// Prints each path as a line of comma-separated values, below one line of titles. Numbers are as the report prints them.
/// </summary>
internal sealed class CsvOutput(Stream output, IReadOnlyList<PathExpression>? columns) : IPathOutput
{
    private readonly CsvWriter _lines = new(output);
    private readonly PathValues _values = new(columns ?? PathColumns.Parse(NdjsonOutput.Usual));
    private readonly TextBuffer _cell = new();
    private bool _hasTitles;

    public bool WantsMore => true;

    public string? NamesUnit => _values.Expressions.Any(static column => column.DependsOnUnits) ? "A column" : null;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        WriteTitles();
        _values.Load(chunk, matches);
        for (int i = 0; i < matches.Length; i++)
        {
            for (int column = 0; column < _values.Expressions.Count; column++)
            {
                Write(column, i);
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
            _lines.WriteTitles(_values.Expressions.Select(static column => column.Name));
            _hasTitles = true;
        }
    }

    private void Write(int column, int path)
    {
        PathExpression expression = _values.Expressions[column];
        if (expression.IsNumber && expression.Column is null)
        {
            // With all its digits, since csv is read by programs that compute with it.
            _lines.WriteNumber(_values.Value(column, path).Number);
            return;
        }

        _cell.Clear();
        _values.Write(column, path, _cell);
        if (expression.IsNumber)
        {
            _lines.WriteNumber(_cell.Written);
        }
        else
        {
            _lines.WriteText(_cell.Written);
        }
    }
}
