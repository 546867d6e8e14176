using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>
/// Prints paths as lines of a table while they come, with a title line for each page. On a terminal, long names give up their middle so
/// that a path keeps to one line, and violating slacks are red; in a file or a pipe names are whole.
/// </summary>
internal sealed class PathTable : IPathOutput
{
    // The fraction of a terminal's line that an expression's title may take above its numbers.
    private const int TitleShare = 5;
    private const int NarrowestTitle = 12;

    private const string Usual = "path_group, path_type, launch_clock, capture_clock, startpoint, endpoint";

    private readonly Stream _output;
    private readonly long _pageSize;
    private readonly int _terminalWidth;
    private readonly bool _colours;
    private readonly bool _areUsual;
    private PathValues _values;
    private IReadOnlyList<ShownColumn> _columns;
    private byte[][] _titles;
    private int[] _widths;
    private readonly TextBuffer _cells = new();
    private readonly List<int> _ends = [];
    private readonly TextBuffer _text = new();
    private readonly long _first;
    private long _printed;
    private bool _isTitleDue = true;
    private readonly SeveralValues _corners = new(static chunk => chunk.Corner);
    private readonly SeveralValues _files = new(static chunk => chunk.File);

    /// <param name="output">Where lines go; not buffered.</param>
    /// <param name="columns">The columns to print; null for the usual ones.</param>
    /// <param name="pageSize">Paths on a page.</param>
    /// <param name="terminalWidth">Characters on a line; 0 where lines may be as long as they are.</param>
    /// <param name="colours">Whether to colour.</param>
    /// <param name="first">The number of the first path.</param>
    public PathTable(Stream output, IReadOnlyList<PathExpression>? columns, long pageSize, int terminalWidth, bool colours, long first = 1)
    {
        _first = first;
        _output = output;
        _pageSize = pageSize;
        _terminalWidth = terminalWidth;
        _colours = colours;
        _areUsual = columns is null;
        Use(columns ?? PathColumns.Parse("slack, " + Usual));
    }

    public bool WantsMore => true;

    public string? NamesUnit => _values.Expressions.Any(static column => column.DependsOnUnits) ? "A column" : null;

    /// <inheritdoc/>
    public Stream? Beside => _output;

    private int RowsWaiting => _ends.Count / _titles.Length;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        // One corner, or one file, is the same in every row.
        if (_areUsual && (_corners.Add(chunk, matches) | _files.Add(chunk, matches)))
        {
            Use(PathColumns.Parse($"slack, {(_corners.AreSeveral ? "corner, " : "")}{Usual}{(_files.AreSeveral ? ", file" : "")}"));
        }

        _values.Load(chunk, matches);
        for (int i = 0; i < matches.Length; i++)
        {
            AddCells(i);
            if ((_printed + RowsWaiting) % _pageSize == 0)
            {
                PrintRows();
            }
        }

        PrintRows();
        return matches.Length;
    }

    public void Finish()
    {
    }

    [MemberNotNull(nameof(_values), nameof(_columns), nameof(_titles), nameof(_widths))]
    private void Use(IReadOnlyList<PathExpression> columns)
    {
        _values = new PathValues(columns);
        _columns = ShownColumn.Of(columns);
        _titles = ["#"u8.ToArray(), .. _columns.Select(static column => Encoding.UTF8.GetBytes(column.Title))];
        _widths = [.. _titles.Select(
            (title, i) =>
                i > 0 && _terminalWidth > 0 && _columns[i - 1].MayShrinkTitle
                    ? Math.Min(title.Length, Math.Max(NarrowestTitle, _terminalWidth / TitleShare))
                    : title.Length)];
        _isTitleDue = true;
    }

    private void AddCells(int path)
    {
        Span<byte> number = stackalloc byte[20];
        (_first + _printed + RowsWaiting).TryFormat(number, out int length, default, CultureInfo.InvariantCulture);
        _cells.Write(number[..length]);
        _ends.Add(_cells.Length);
        foreach (ShownColumn column in _columns)
        {
            column.Write(_values, path, _cells);
            _ends.Add(_cells.Length);
        }
    }

    private ReadOnlySpan<byte> Cell(int row, int column)
    {
        int cell = (row * _titles.Length) + column;
        int start = cell == 0 ? 0 : _ends[cell - 1];
        return _cells.Written[start.._ends[cell]];
    }

    private void PrintRows()
    {
        int rows = RowsWaiting;
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < _titles.Length; i++)
            {
                _widths[i] = Math.Max(_widths[i], Encoding.UTF8.GetCharCount(Cell(row, i)));
            }
        }

        TableWidths.Fit(
            _widths,
            Enumerable.Range(1, _columns.Count).Where(i => _columns[i - 1].MayShrink),
            Enumerable.Range(1, _columns.Count).Where(i => !_columns[i - 1].MayShrink && !_columns[i - 1].IsNumber),
            _terminalWidth);
        for (int row = 0; row < rows; row++)
        {
            bool isUnderTitle = _printed++ % _pageSize == 0 || _isTitleDue;
            _isTitleDue = false;
            for (int i = 0; isUnderTitle && i < _titles.Length; i++)
            {
                Append(_titles[i], i, _colours ? "\u001b[1m"u8 : default);
            }

            for (int i = 0; i < _titles.Length; i++)
            {
                ReadOnlySpan<byte> cell = Cell(row, i);
                bool isRed = _colours && i > 0 && _columns[i - 1].IsSlack && cell[0] == '-' && cell.Length > 1;
                Append(cell, i, isRed ? "\u001b[31m"u8 : default);
            }
        }

        _output.Write(_text.Written);
        _text.Clear();
        _cells.Clear();
        _ends.Clear();
    }

    private void Append(ReadOnlySpan<byte> cell, int column, ReadOnlySpan<byte> style)
    {
        bool isLast = column == _titles.Length - 1;
        bool isRight = column == 0 || _columns[column - 1].IsNumber;
        int padding = _widths[column] - Encoding.UTF8.GetCharCount(cell);
        _text.Fill((byte)' ', column > 0 ? 2 : 0);
        _text.Write(style);
        _text.Fill((byte)' ', isRight ? padding : 0);
        if (padding < 0)
        {
            _text.Write(TableWidths.Shorten(Encoding.UTF8.GetString(cell), _widths[column]));
        }
        else
        {
            _text.Write(cell);
        }

        _text.Fill((byte)' ', isRight || isLast ? 0 : padding);
        _text.Write(style.IsEmpty ? default : "\u001b[0m"u8);
        _text.Write(isLast ? "\n"u8 : default);
    }
}
