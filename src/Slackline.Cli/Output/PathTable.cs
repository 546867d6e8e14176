using System.Globalization;
using System.Text;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>
/// Prints paths as lines of a table while they come, with a title line for each page. On a terminal, long names give up their middle so that a path keeps
/// to one line, and violating slacks are red; in a file or a pipe names are whole.
/// </summary>
internal sealed class PathTable(TextWriter output, int pageSize, long limit, int terminalWidth, bool colours) : IPathOutput
{
    private static readonly string[] _titles = ["#", "Slack", "Group", "Type", "Clocks", "Startpoint", "Endpoint"];
    private const int StartpointColumn = 5;

    private readonly int[] _widths = [.. _titles.Select(title => title.Length)];
    private readonly List<string[]> _rows = [];
    private long _printed;

    public bool WantsMore => _printed < limit;

    public int Accept(PathChunk chunk, ReadOnlySpan<int> matches)
    {
        matches = matches[..(int)Math.Min(matches.Length, limit - _printed)];
        foreach (int match in matches)
        {
            _rows.Add(Cells(chunk[match]));
            if ((_printed + _rows.Count) % pageSize == 0)
            {
                PrintRows();
            }
        }

        PrintRows();
        return matches.Length;
    }

    public void Finish() => output.Flush();

    private string[] Cells(TimingPath path) =>
    [
        (_printed + _rows.Count + 1).ToString(CultureInfo.InvariantCulture),
        double.IsNaN(path.Slack) ? "-" : path.Slack.ToString("F" + path.Digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        Or(path.PathGroup),
        path.PathType == PathType.Unknown ? "-" : path.PathType.ToString().ToLowerInvariant(),
        $"{Or(path.LaunchClock)} -> {Or(path.CaptureClock)}",
        Or(path.Startpoint),
        Or(path.Endpoint),
    ];

    private static string Or(string text) => text.Length == 0 ? "-" : text;

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
            if (_printed++ % pageSize == 0)
            {
                Append(text, _titles, isTitle: true);
            }

            Append(text, row, isTitle: false);
        }

        output.Write(text);
        output.Flush();
        _rows.Clear();
    }

    // The two names share what the other columns leave.
    private void FitTerminal()
    {
        if (terminalWidth > 0)
        {
            int left = terminalWidth - 1 - _widths.Take(StartpointColumn).Sum() - (2 * (_titles.Length - 1));
            int each = Math.Max(12, left / 2);
            int startpoint = Math.Min(_widths[StartpointColumn], Math.Max(each, left - _widths[StartpointColumn + 1]));
            _widths[StartpointColumn] = startpoint;
            _widths[StartpointColumn + 1] = Math.Min(_widths[StartpointColumn + 1], Math.Max(each, left - startpoint));
        }
    }

    private void Append(StringBuilder text, string[] cells, bool isTitle)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            string cell = Shorten(cells[i], _widths[i]);
            bool isRight = i <= 1;
            bool isRed = colours && !isTitle && i == 1 && cell[0] == '-' && cell.Length > 1;
            text.Append(i > 0 ? "  " : "").Append(isRed ? "\u001b[31m" : colours && isTitle ? "\u001b[1m" : "");
            text.Append(isRight ? cell.PadLeft(_widths[i]) : i == cells.Length - 1 ? cell : cell.PadRight(_widths[i]));
            text.Append(isRed || (colours && isTitle) ? "\u001b[0m" : "");
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
