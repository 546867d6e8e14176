using System.Buffers;
using System.Globalization;
using System.Text;
using Slackline.Queries.Syntax;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Queries.Operators;

/// <summary>Columns of paths, named as in filters.</summary>
internal static class PathColumns
{
    // A sign, the 309 digits of the largest number, the point, and as many decimals as a chunk can record.
    private const int LongestFixed = 1 + 309 + 1 + byte.MaxValue;

    private static readonly string[] s_fixed = [.. Enumerable.Range(0, 16).Select(
        static digits => string.Create(CultureInfo.InvariantCulture, $"F{digits}"))];

    /// <summary>
    /// Reads a list such as <c>endpoint, arrival / depth</c>: columns and expressions of paths, but not <c>clock</c>, which is two.
    /// </summary>
    /// <param name="text">The list.</param>
    /// <param name="columns">The columns that there are; null for those of <see cref="PathSchema"/>.</param>
    /// <exception cref="FilterException">It is no such list.</exception>
    public static IReadOnlyList<PathExpression> Parse(string text, ColumnSet? columns = null) =>
        PathExpression.ParseList(text, allowsPoints: false, columns);

    /// <summary>Reads a list in which columns and expressions of points may stand, too.</summary>
    /// <param name="text">The list.</param>
    /// <param name="columns">The columns that there are; null for those of <see cref="PathSchema"/>.</param>
    /// <exception cref="FilterException">It is no such list.</exception>
    public static IReadOnlyList<PathExpression> ParseShown(string text, ColumnSet? columns = null) =>
        PathExpression.ParseList(text, allowsPoints: true, columns);

    /// <summary>The value of a path in a column of whole paths.</summary>
    /// <exception cref="ArgumentException">It is a column of points, or stands for two.</exception>
    public static ColumnValue Value(Column column, TimingPath path)
    {
        ThrowIfNotOfPath(column);
        return column switch
        {
            TextColumn text => new ColumnValue(ColumnType.Text, text.StringOf(path.Chunk, path.Index), double.NaN),
            FlagColumn flag =>
                new ColumnValue(ColumnType.Flag, "", flag.FlagOf(path.Chunk, path.Index) switch
                {
                    true => 1,
                    false => 0,
                    null => double.NaN,
                }),
            _ => new ColumnValue(column.Type, "", ((NumberColumn)column).Source.Shown(path.Chunk, path.Index)),
        };
    }

    /// <summary>Appends the value of a path in a column of whole paths, as its report prints it; nothing where it is blank.</summary>
    /// <exception cref="ArgumentException">It is a column of points, or stands for two.</exception>
    public static void Write(Column column, TimingPath path, IBufferWriter<byte> output)
    {
        ThrowIfNotOfPath(column);
        ArgumentNullException.ThrowIfNull(output);
        if (column is TextColumn text)
        {
            output.Write(text.TextOf(path.Chunk, path.Index));
            return;
        }

        ColumnValue value = Value(column, path);
        if (value.Kind == ColumnType.Time && !value.IsBlank)
        {
            WriteFixed(value.Number, path.Digits, output);
        }
        else
        {
            Encoding.UTF8.GetBytes(value.ToString(), output);
        }
    }

    /// <summary>The word for a part of a path, as in the column <c>point.part</c>.</summary>
    public static string Word(PathPart part) => PathSchema.PointPart.Words[(int)part];

    private static void ThrowIfNotOfPath(Column column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.IsPoint || column is TextColumn { Either: not null })
        {
            throw new ArgumentException($"A path has no single {column.Name}.", nameof(column));
        }
    }

    internal static void WriteFixed(double value, int digits, IBufferWriter<byte> output)
    {
        string format = digits < s_fixed.Length ? s_fixed[digits] : string.Create(CultureInfo.InvariantCulture, $"F{digits}");
        value.TryFormat(output.GetSpan(LongestFixed), out int length, format, CultureInfo.InvariantCulture);
        output.Advance(length);
    }
}
