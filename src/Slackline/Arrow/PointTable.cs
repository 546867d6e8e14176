using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;
using Slackline.Timing.Schema;
using Column = Slackline.Timing.Schema.Column;

namespace Slackline.Arrow;

/// <summary>The rows of a chunk's paths as batches of the table <c>points</c>: one row a printed row.</summary>
internal sealed class PointTable() : ArrowTable(
[
    new ArrowDerivedColumn<long>("path", Int64Type.Default, Paths),
    new ArrowDerivedColumn<int>("row", Int32Type.Default, Rows),
    .. KeptColumns.OfRows.Select(OfRow),
])
{
    /// <summary>
    /// The rows of all paths of a chunk, whose paths are numbered from <paramref name="firstPath"/>; valid until the next call.
    /// </summary>
    public RecordBatch Fill(PathChunk chunk, long firstPath) => Fill(chunk, chunk.RowCount, firstPath);

    /// <summary>Appends rows of a batch to those of a chunk.</summary>
    public void Restore(RecordBatch batch, PathChunk chunk, int first, int count) =>
        RestoreAll(batch, new RestoredPlace(chunk, chunk.Rows, first, count, chunk.AddRows(count)));

    private static ArrowColumn OfRow(Column column) =>
        column == KeptColumns.Rising ? new ArrowEdgeColumn()
        : column == KeptColumns.IsPin ? new ArrowPinColumn()
        : column == PathSchema.PointPart ? new ArrowDerivedColumn<byte>(column.Field, UInt8Type.Default, Parts)
        : Of(column);

    private static void Paths(PathChunk chunk, long firstPath, Span<long> values)
    {
        for (int path = 0; path < chunk.Count; path++)
        {
            values[chunk.FirstRow[path]..chunk.FirstRow[path + 1]].Fill(firstPath + path);
        }
    }

    private static void Rows(PathChunk chunk, long firstPath, Span<int> values)
    {
        for (int path = 0; path < chunk.Count; path++)
        {
            int first = chunk.FirstRow[path];
            for (int row = first; row < chunk.FirstRow[path + 1]; row++)
            {
                values[row] = row - first;
            }
        }
    }

    // The values of PathPart, as numbers: the offsets of words would compress badly.
    private static void Parts(PathChunk chunk, long firstPath, Span<byte> values)
    {
        for (int path = 0; path < chunk.Count; path++)
        {
            int start = chunk.DataStart(path);
            bool hasArrived = false;
            for (int row = chunk.FirstRow[path]; row < chunk.FirstRow[path + 1]; row++)
            {
                hasArrived = hasArrived
                    || (chunk.RowDescription[row] is >= 0 and int description
                        && chunk.Descriptions.Kind(description) == DescriptionKind.DataArrival);
                values[row] = (byte)(hasArrived ? PathPart.CaptureClock : row < start ? PathPart.LaunchClock : PathPart.Data);
            }
        }
    }
}
