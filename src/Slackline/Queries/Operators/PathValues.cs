using System.Buffers;
using Slackline.Queries.Evaluation;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Operators;

/// <summary>
/// What paths have in some columns and expressions. It takes many paths of a chunk at once (<see cref="Load"/>) and then gives the values
/// of each; once it has seen a chunk, it allocates nothing but the texts that it gives. Used by one thread at a time.
/// </summary>
internal sealed class PathValues
{
    private const int LongestNumber = 40;

    // A column is read from its path when it is asked for.
    private readonly BoundValue?[] _bound;
    private readonly BoundValue[] _ofPoints;
    private PathChunk? _chunk;
    private int[] _paths = [];
    private Scratch<int> _rows = new();
    private long _pass;

    /// <summary>Readies expressions to be read.</summary>
    /// <param name="expressions">The expressions; those of points are read by <see cref="LoadPoints"/>.</param>
    public PathValues(IReadOnlyList<PathExpression> expressions)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        Expressions = expressions;
        _bound = [.. expressions.Select(
            static expression => expression.Column is null || expression.IsPoint ? new BoundValue(expression) : null)];
        _ofPoints = [.. _bound.OfType<BoundValue>().Where(static bound => bound.Expression.IsPoint)];
    }

    /// <summary>The expressions.</summary>
    public IReadOnlyList<PathExpression> Expressions { get; }

    /// <summary>Looks at the paths whose values are requested next.</summary>
    public void Load(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        ArgumentNullException.ThrowIfNull(chunk);
        _chunk = chunk;
        _paths = _paths.Length < paths.Length ? new int[Math.Max(paths.Length, PathChunk.Capacity)] : _paths;
        paths.CopyTo(_paths);
        var pass = new Pass(chunk, ++_pass);
        foreach (BoundValue? bound in _bound)
        {
            if (bound is { Expression.IsPoint: false })
            {
                bound.Load(pass, paths);
            }
        }
    }

    /// <summary>Looks at the points of a path, those of the clocks' networks included, and returns how many they are.</summary>
    /// <param name="index">The path's position among the loaded paths.</param>
    public int LoadPoints(int index)
    {
        ReadOnlySpan<int> rows = PathPoints.Rows(_chunk!, _paths[index], withClocks: true, ref _rows);
        var pass = new Pass(_chunk!, ++_pass);
        foreach (BoundValue bound in _ofPoints)
        {
            bound.Load(pass, rows);
        }

        return rows.Length;
    }

    /// <summary>The value of a path, or of a point.</summary>
    /// <param name="expression">Which of the expressions.</param>
    /// <param name="index">The position of the path, or point, among the loaded ones.</param>
    public ColumnValue Value(int expression, int index) =>
        _bound[expression]?.Value(index) ?? PathColumns.Value(Expressions[expression].Column!, _chunk![_paths[index]]);

    /// <summary>Appends what a path has, as people read it; nothing where that is blank.</summary>
    /// <param name="expression">Which of the expressions; none of points.</param>
    /// <param name="index">The path's position among the loaded paths.</param>
    /// <param name="output">Where to.</param>
    public void Write(int expression, int index, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (_bound[expression] is not { } bound)
        {
            PathColumns.Write(Expressions[expression].Column!, _chunk![_paths[index]], output);
        }
        else if (bound.IsText)
        {
            output.Write(bound.Text(index));
        }
        else if (double.IsNaN(bound.Number(index)))
        {
            // Blank.
        }
        else if (bound.Expression.HasDigitsOfReport)
        {
            PathColumns.WriteFixed(bound.Number(index), _chunk!.Digits[_paths[index]], output);
        }
        else if (bound.Expression.Kind == ColumnType.Flag)
        {
            output.Write(bound.Number(index) == 0 ? "false"u8 : "true"u8);
        }
        else
        {
            bound.Number(index).TryFormat(
                output.GetSpan(LongestNumber), out int length, bound.Expression.FormatOf(bound.Number(index)), PathExpression.Numbers);
            output.Advance(length);
        }
    }
}
