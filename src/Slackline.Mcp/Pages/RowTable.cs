using System.Text.Json;
using Slackline.Reports.Data;

namespace Slackline.Mcp.Pages;

/// <summary>
/// Rows under a budget of bytes. A column whose value is the same in all rows is written once, so it counts once; the budget is that of
/// what will be written.
/// </summary>
internal sealed class RowTable(IReadOnlyList<string> columns, int budget)
{
    private readonly List<object?[]> _rows = [];
    private readonly int[] _bytes = new int[columns.Count];
    private readonly bool[] _differs = new bool[columns.Count];
    private int _extraBytes;

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Adds a row if it fits. The first one always does: an empty page would make no progress.</summary>
    /// <param name="row">A value for each column; null for a blank.</param>
    /// <param name="extraBytes">Bytes that the row takes besides its columns.</param>
    public bool TryAdd(object?[] row, int extraBytes = 0)
    {
        Span<int> sizes = stackalloc int[row.Length];
        int total = _extraBytes + extraBytes + (2 * (Count + 1));
        for (int i = 0; i < row.Length; i++)
        {
            sizes[i] = SizeOf(row[i]);
            bool differs = _differs[i] || (Count > 0 && !Equals(_rows[0][i], row[i]));
            total += differs ? _bytes[i] + sizes[i] : sizes[i];
        }

        if (Count > 0 && total > budget)
        {
            return false;
        }

        for (int i = 0; i < row.Length; i++)
        {
            _differs[i] = _differs[i] || (Count > 0 && !Equals(_rows[0][i], row[i]));
            _bytes[i] += sizes[i];
        }

        _extraBytes += extraBytes;
        _rows.Add(row);
        return true;
    }

    /// <summary>The columns that rows have.</summary>
    public IReadOnlyList<string> Columns => [.. columns.Where((_, i) => IsShown(i))];

    /// <summary>The values that all rows have in common, blanks left out.</summary>
    public IReadOnlyDictionary<string, object> Same => Enumerable.Range(0, columns.Count)
        .Where(i => !IsShown(i) && Count > 0 && _rows[0][i] is not null)
        .ToDictionary(i => columns[i], i => _rows[0][i]!);

    /// <summary>The rows without what they have in common.</summary>
    public IEnumerable<IReadOnlyList<object?>> Rows => _rows.Select(row => (IReadOnlyList<object?>)[.. row.Where((_, i) => IsShown(i))]);

    // With a single row everything would be in common, and the row empty.
    private bool IsShown(int column) => _differs[column] || Count <= 1;

    private static int SizeOf(object? value) => value switch
    {
        null => 5,
        string text => text.Length + 3,
        _ => JsonSerializer.SerializeToUtf8Bytes(value, ReportJson.Options).Length + 1,
    };
}
