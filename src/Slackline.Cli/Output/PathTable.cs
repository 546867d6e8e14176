using System.Globalization;
using System.Text;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>
/// Prints paths as lines of a table while they come, with a title line for each page. On a terminal, long names give up their middle so that a path keeps
/// to one line, and violating slacks are red; in a file or a pipe names are whole.
/// </summary>
internal sealed class PathTable : IPathOutput
{
    private const string Usual = "slack, group, type, launch_clock, capture_clock, startpoint, endpoint";
    private const int NarrowestName = 12;

    private readonly TextWriter _output;
    private readonly int _pageSize;
    private readonly int _terminalWidth;
    private readonly bool _colours;
    private readonly IReadOnlyList<ShownColumn> _columns;
    private readonly string[] _titles;
    private readonly int[] _widths;
    private readonly List<string[]> _rows = [];
    private readonly long _first;
    private long _printed;

    /// <param name="output">Where lines go.</param>
    /// <param name="columns">The columns to print; null for the usual ones.</param>
    /// <param name="pageSize">Paths on a page.</param>
    /// <param name="terminalWidth">Characters on a line; 0 where lines may be as long as they are.</param>
    /// <param name="colours">Whether to colour.</param>
    /// <param name="first">The number of the first path.</param>
    public PathTable(TextWriter output, IReadOnlyList<FilterColumn>? columns, int pageSize, int terminalWidth, bool colours, long first = 1)
    {
        _first = first;
        _output = output;
        _pageSize = pageSize;
        _terminalWidth = terminalWidth;
        _colours = colours;
        _columns = ShownColumn.Of(columns ?? PathColumns.Parse(Usual));
        _titles = ["#", .. _columns.Select(static column => column.Title)];
        _widths = [.. _titles.Select(static title => title.Length)];
    }

    public bool WantsMore => true;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        foreach (int match in matches)
        {
            _rows.Add(Cells(chunk[match]));
            if ((_printed + _rows.Count) % _pageSize == 0)
            {
                PrintRows();
            }
        }

        PrintRows();
        return matches.Length;
    }

    public void Finish() => _output.Flush();

    private string[] Cells(TimingPath path) =>
    [
        (_first + _printed + _rows.Count).ToString(CultureInfo.InvariantCulture),
        .. _columns.Select(column => column.Text(name => PathColumns.Value(name, path), path.Digits)),
    ];

    private void PrintRows()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        foreach (string[] row in _rows)
        {
            for (int i = 0; i < row.Length; i++)
            {
                _widths[i] = Math.Max(_widths[i], row[i].Length);
            }
        }

        FitTerminal();
        var text = new StringBuilder();
        foreach (string[] row in _rows)
        {
            if (_printed++ % _pageSize == 0)
            {
                Append(text, _titles, isTitle: true);
            }

            Append(text, row, isTitle: false);
        }

        _output.Write(text);
        _output.Flush();
        _rows.Clear();
    }

    // Names share what the other columns leave; what a short one does not need is the others'.
    private void FitTerminal()
    {
        if (_terminalWidth == 0)
        {
            return;
        }

        int[] names = [.. Enumerable.Range(1, _columns.Count).Where(i => _columns[i - 1].MayShrink).OrderBy(i => _widths[i])];
        int left = _terminalWidth - 1 - (2 * (_titles.Length - 1)) - _widths.Sum() + names.Sum(i => _widths[i]);
        for (int i = 0; i < names.Length; i++)
        {
            int width = Math.Min(_widths[names[i]], Math.Max(NarrowestName, left / (names.Length - i)));
            _widths[names[i]] = width;
            left -= width;
        }
    }

    private void Append(StringBuilder text, string[] cells, bool isTitle)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            string cell = Shorten(cells[i], _widths[i]);
            bool isRight = i == 0 || _columns[i - 1].IsNumber;
            bool isRed = _colours && !isTitle && i > 0 && _columns[i - 1].IsSlack && cell[0] == '-' && cell.Length > 1;
            text.Append(i > 0 ? "  " : "").Append(isRed ? "\u001b[31m" : _colours && isTitle ? "\u001b[1m" : "");
            text.Append(isRight ? cell.PadLeft(_widths[i]) : i == cells.Length - 1 ? cell : cell.PadRight(_widths[i]));
            text.Append(isRed || (_colours && isTitle) ? "\u001b[0m" : "");
        }

        text.Append('\n');
    }

    private static string Shorten(string text, int width)
    {
        if (text.Length <= width)
        {
            return text;
        }

        int tail = (width - 1) * 2 / 3;
        return string.Concat(text.AsSpan(0, width - 1 - tail), "…", text.AsSpan(text.Length - tail));
    }
}
