using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Arrow;

/// <summary>The paths of chunks as batches of the table <c>paths</c>: one row a path.</summary>
internal sealed class PathTable : ArrowTable
{
    private const string Rows = "rows";
    private const string TimeUnit = "time_unit";
    private const string CapacitanceUnit = "capacitance_unit";

    private readonly ArrowLayoutColumn _layout;

    public PathTable()
        : this(new ArrowLayoutColumn())
    {
    }

    private PathTable(ArrowLayoutColumn layout)
        : base(
        [
            new ArrowDerivedColumn<long>("path", Int64Type.Default, Numbers),
            .. PathSchema.Kept.Select(Of),
            new ArrowDerivedColumn<double>(
                TimeUnit, DoubleType.Default, static (chunk, _, values) => values.Fill(chunk.Count == 0 ? 0 : chunk.Units.Time)),
            new ArrowDerivedColumn<double>(
                CapacitanceUnit, DoubleType.Default, static (chunk, _, values) =>
                    values.Fill(chunk.Count == 0 ? 0 : chunk.Units.Capacitance)),
            new ArrowDerivedColumn<int>(Rows, Int32Type.Default, RowCounts),
            .. KeptColumns.OfPaths.Select(Of),
            layout,
        ]) => _layout = layout;

    /// <summary>The units of a batch's numbers: a batch comes of one chunk and has one pair.</summary>
    public static TimingUnits UnitsOf(RecordBatch batch) =>
        new(new NumberView<double>(batch.Column(TimeUnit))[0], new NumberView<double>(batch.Column(CapacitanceUnit))[0]);

    /// <summary>The paths of a chunk, numbered from <paramref name="firstPath"/>; valid until the next call.</summary>
    public RecordBatch Fill(PathChunk chunk, long firstPath) => Fill(chunk, chunk.Count, firstPath);

    /// <summary>Appends paths of a batch to those of a chunk.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="chunk">The chunk, which has their units.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="points">
    /// The table of their rows; null to leave the rows out. Paths that have rows are then read without a layout, and paths without rows
    /// are read whole.
    /// </param>
    public void Restore(RecordBatch batch, PathChunk chunk, int first, int count, (PointTable Table, RecordBatch Batch)? points)
    {
        var rows = new NumberView<int>(batch.Column(Rows));
        Span<int> counts = stackalloc int[PathChunk.Capacity];
        counts = counts[..count];
        rows.CopyTo(first, counts);

        var place = new RestoredPlace(chunk, chunk.Paths, first, count, chunk.Count);
        _layout.RestoreLayouts(batch.Column(_layout.Field.Name), place, points is null ? counts : default);
        if (points is { } kept)
        {
            kept.Table.Restore(kept.Batch, chunk, rows.Sum(0, first), rows.Sum(first, count));
        }
        else
        {
            counts.Clear();
        }

        chunk.ReservePaths(counts);
        RestoreAll(batch, place);
        chunk.CommitPaths(count);
    }

    private static void Numbers(PathChunk chunk, long firstPath, Span<long> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = firstPath + i;
        }
    }

    private static void RowCounts(PathChunk chunk, long firstPath, Span<int> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = chunk.FirstRow[i + 1] - chunk.FirstRow[i];
        }
    }
}
