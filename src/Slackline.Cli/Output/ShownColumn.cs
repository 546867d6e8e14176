using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Timing.Schema;

namespace Slackline.Cli.Output;

/// <summary>A column of a table: one of the paths' columns or expressions, or launch and capture clock together.</summary>
internal sealed class ShownColumn
{
    private readonly PathExpression _expression;
    private readonly PathExpression? _second;
    private readonly int _place;

    private ShownColumn(PathExpression expression, int place, PathExpression? second)
    {
        _expression = expression;
        _place = place;
        _second = second;
        Title = second is not null
            ? "Clocks"
            : expression.Column is null
            ? expression.Name
            : char.ToUpperInvariant(expression.Name[0]) + expression.Name[1..].Replace('_', ' ');
    }

    /// <summary>The column's title.</summary>
    public string Title { get; }

    /// <summary>Whether it is written to the right.</summary>
    public bool IsNumber => _expression.IsNumber;

    /// <summary>Whether its title is an expression above short numbers, which may be shortened.</summary>
    public bool MayShrinkTitle => IsNumber && _expression.Column is null;

    public bool IsSlack => _expression.Name == "slack";

    /// <summary>Whether its texts may be shortened: long names.</summary>
    public bool MayShrink => _expression.Kind == ColumnType.Text
        && (_expression.Column is not { } column || column.Name.StartsWith(
            "startpoint", StringComparison.Ordinal) || column.Name.StartsWith("endpoint", StringComparison.Ordinal) || column.IsPoint);

    /// <summary>The table's columns: the two clocks, side by side, are one.</summary>
    /// <param name="columns">All columns.</param>
    /// <param name="isHidden">Which of them are left out; null for none.</param>
    public static IReadOnlyList<ShownColumn> Of(IReadOnlyList<PathExpression> columns, Func<int, bool>? isHidden = null)
    {
        var shown = new List<ShownColumn>();
        for (int i = 0; i < columns.Count; i++)
        {
            if (isHidden?.Invoke(i) == true)
            {
                continue;
            }

            bool isPair = columns[i].Name == "launch_clock" && i + 1 < columns.Count && columns[i + 1].Name == "capture_clock";
            shown.Add(new ShownColumn(columns[i], i, isPair ? columns[++i] : null));
        }

        return shown;
    }

    /// <summary>Appends a path's cell; '-' when blank.</summary>
    /// <param name="values">The values of all columns.</param>
    /// <param name="path">The path's position among the loaded paths.</param>
    /// <param name="text">Where to.</param>
    public void Write(PathValues values, int path, TextBuffer text)
    {
        Write(values, _place, path, text);
        if (_second is not null)
        {
            text.Write(" -> "u8);
            Write(values, _place + 1, path, text);
        }
    }

    /// <summary>The text of a cell; '-' when blank.</summary>
    /// <param name="values">The values of all columns.</param>
    /// <param name="digits">Digits of times after the point.</param>
    public string Text(IReadOnlyList<ColumnValue> values, int digits) =>
        _second is null
            ? _expression.Text(values[_place], digits)
            : $"{_expression.Text(values[_place], digits)} -> {_second.Text(values[_place + 1], digits)}";

    private static void Write(PathValues values, int column, int path, TextBuffer text)
    {
        int before = text.Length;
        values.Write(column, path, text);
        if (text.Length == before)
        {
            text.Write("-"u8);
        }
    }
}
