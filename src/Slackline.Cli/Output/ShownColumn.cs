using System.Globalization;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>A column of a table: one of the paths' columns, or launch and capture clock together.</summary>
internal sealed class ShownColumn
{
    private readonly FilterColumn _column;
    private readonly FilterColumn? _second;

    private ShownColumn(FilterColumn column, FilterColumn? second)
    {
        _column = column;
        _second = second;
        Title = second is not null ? "Clocks" : char.ToUpperInvariant(column.Name[0]) + column.Name[1..].Replace('_', ' ');
    }

    /// <summary>What stands above it.</summary>
    public string Title { get; }

    /// <summary>Whether it is written to the right.</summary>
    public bool IsNumber => _column.Kind is FilterColumnKind.Time or FilterColumnKind.Count;

    public bool IsSlack => _column.Name == "slack";

    /// <summary>Whether its texts may be shortened: long names.</summary>
    public bool MayShrink => _column.Name.StartsWith("startpoint", StringComparison.Ordinal) || _column.Name.StartsWith("endpoint", StringComparison.Ordinal);

    /// <summary>The table's columns: the two clocks, side by side, are one.</summary>
    public static IReadOnlyList<ShownColumn> Of(IReadOnlyList<FilterColumn> columns)
    {
        var shown = new List<ShownColumn>();
        for (int i = 0; i < columns.Count; i++)
        {
            bool isPair = columns[i].Name == "launch_clock" && i + 1 < columns.Count && columns[i + 1].Name == "capture_clock";
            shown.Add(new ShownColumn(columns[i], isPair ? columns[++i] : null));
        }

        return shown;
    }

    /// <summary>Appends a path's cell; '-' when blank.</summary>
    public void Write(TimingPath path, TextBuffer text)
    {
        Write(_column, path, text);
        if (_second is not null)
        {
            text.Write(" -> "u8);
            Write(_second, path, text);
        }
    }

    /// <summary>The text of a cell; '-' when blank.</summary>
    /// <param name="value">Gives the value of a column.</param>
    /// <param name="digits">Digits of times after the point.</param>
    public string Text(Func<FilterColumn, ColumnValue> value, int digits) =>
        _second is null ? Text(value(_column), digits) : $"{Text(value(_column), digits)} -> {Text(value(_second), digits)}";

    private static void Write(FilterColumn column, TimingPath path, TextBuffer text)
    {
        int before = text.Length;
        PathColumns.Write(column, path, text);
        if (text.Length == before)
        {
            text.Write("-"u8);
        }
    }

    private static string Text(ColumnValue value, int digits) =>
        value.IsBlank ? "-"
        : value.Kind == FilterColumnKind.Time ? value.Number.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : value.ToString();
}
