using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Arrow;
using Slackline.Queries;
using Slackline.Queries.Evaluation;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Results;

/// <summary>
/// The chosen columns of a query's paths as batches of one Arrow table: a row for each path; the points, where any of their columns is
/// chosen, as a list of structs in the column <c>points</c>. Texts are dictionaries that each batch has anew. Its memory is filled again
/// for each batch.
/// </summary>
internal sealed class ResultTable
{
    /// <summary>The column that holds the points.</summary>
    public const string Points = "points";

    private readonly ArrowColumn[] _paths;
    private readonly ArrowColumn[] _points;
    private readonly Field? _pointsField;
    private Scratch<int> _pathRows = new();
    private int[] _rows = [];
    private byte[] _offsets = [];

    /// <summary>Readies a table.</summary>
    /// <param name="columns">Its columns, of paths and of points.</param>
    /// <param name="units">The units of its numbers.</param>
    public ResultTable(IReadOnlyList<PathExpression> columns, TimingUnits units)
    {
        Units = units;
        PathExpression[] ofPaths = [.. columns.Where(static column => !column.IsPoint)];
        PathExpression[] ofPoints = [.. columns.Where(static column => column.IsPoint)];
        _paths = [.. ofPaths.Select(column => ResultColumn.Of(column, units))];
        _points = [.. ofPoints.Select(column => ResultColumn.Of(column, units))];
        Field[] fields = [.. _paths.Select((column, i) => Describe(column.Field, ofPaths[i], units))];
        if (_points.Length > 0)
        {
            var point = new StructType([.. _points.Select((column, i) => Describe(column.Field, ofPoints[i], units))]);
            _pointsField = new Field(Points, new ListType(new Field("item", point, nullable: false)), nullable: false);
            fields = [.. fields, _pointsField];
        }

        Schema = new Schema(
            fields, new Dictionary<string, string> { ["time_unit"] = units.TimeText, ["capacitance_unit"] = units.CapacitanceText });
    }

    /// <summary>The units of its numbers.</summary>
    public TimingUnits Units { get; }

    /// <summary>The columns of the table. Each has its kind, its unit and its meaning as metadata.</summary>
    public Schema Schema { get; }

    private static IReadOnlyList<PathExpression> AllColumns(bool withPoints) => PathExpression.ParseList(
        string.Join(", ", PathSchema.Columns.All
            .Where(column => column is not TextColumn { Either: not null } && (withPoints || !column.IsPoint))
            .Select(static column => column.Name)),
        allowsPoints: true);

    /// <summary>The columns that a result has.</summary>
    /// <param name="chosen">The chosen ones; null for all.</param>
    /// <param name="withPoints">Whether it has all columns of points when none of them is chosen.</param>
    public static IReadOnlyList<PathExpression> Choose(IReadOnlyList<PathExpression>? chosen, bool withPoints) =>
        chosen is null ? AllColumns(withPoints)
        : !withPoints || chosen.Any(static column => column.IsPoint) ? chosen
        : [.. chosen, .. AllColumns(withPoints: true).Where(static column => column.IsPoint)];

    /// <summary>The batch of some paths of a chunk; valid until the next call.</summary>
    public RecordBatch Fill(PathChunk chunk, ReadOnlySpan<int> paths)
    {
        var arrays = new List<IArrowArray>(_paths.Length + 1);
        foreach (ArrowColumn column in _paths)
        {
            column.Fill(chunk, paths, firstPath: 0);
            arrays.Add(column.ToArray(paths.Length));
        }

        if (_pointsField is not null)
        {
            arrays.Add(FillPoints(chunk, paths, _pointsField.DataType));
        }

        return new RecordBatch(Schema, arrays, paths.Length);
    }

    private ListArray FillPoints(PathChunk chunk, ReadOnlySpan<int> paths, IArrowType type)
    {
        int bytes = (paths.Length + 1) * sizeof(int);
        if (_offsets.Length < bytes)
        {
            _offsets = new byte[bytes + (bytes / 4)];
        }

        Span<int> offsets = MemoryMarshal.Cast<byte, int>(_offsets.AsSpan());
        int count = 0;
        offsets[0] = 0;
        for (int i = 0; i < paths.Length; i++)
        {
            ReadOnlySpan<int> rows = PathPoints.Rows(chunk, paths[i], withClocks: true, ref _pathRows);
            if (_rows.Length < count + rows.Length)
            {
                System.Array.Resize(ref _rows, Math.Max(4096, 2 * (count + rows.Length)));
            }

            rows.CopyTo(_rows.AsSpan(count));
            count += rows.Length;
            offsets[i + 1] = count;
        }

        foreach (ArrowColumn column in _points)
        {
            column.Fill(chunk, _rows.AsSpan(0, count), firstPath: 0);
        }

        var points = new StructArray(
            ((ListType)type).ValueDataType, count, _points.Select(column => column.ToArray(count)), ArrowBuffer.Empty);
        return new ListArray(type, paths.Length, new ArrowBuffer(_offsets.AsMemory(0, bytes)), points, ArrowBuffer.Empty);
    }

    private static Field Describe(Field field, PathExpression expression, TimingUnits units)
    {
        var about = new Dictionary<string, string> { ["kind"] = expression.Kind.ToString().ToLowerInvariant() };
        if (expression.UnitIn(units) is { Length: > 0 } unit)
        {
            about["unit"] = unit;
        }

        if (expression.Column is { } column)
        {
            about["meaning"] = column.Meaning;
        }

        return new Field(field.Name, field.DataType, field.IsNullable, about);
    }
}
