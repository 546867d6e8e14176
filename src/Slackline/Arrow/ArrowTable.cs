using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;
using Slackline.Timing.Schema;
using Column = Slackline.Timing.Schema.Column;

namespace Slackline.Arrow;

/// <summary>
/// A table of timing paths, or of the rows of their printed tables, in Arrow's form: batches are made of chunks, and put back into chunks.
/// </summary>
internal abstract class ArrowTable
{
    private readonly ArrowColumn[] _columns;
    private int[] _items = [];

    private protected ArrowTable(params IEnumerable<ArrowColumn> columns)
    {
        _columns = [.. columns];
        Schema = new Apache.Arrow.Schema([.. _columns.Select(static column => column.Field)], metadata: null);
    }

    /// <summary>The table's columns.</summary>
    public Apache.Arrow.Schema Schema { get; }

    /// <summary>The column that the schema defines.</summary>
    protected static ArrowColumn Of(Column column) => column switch
    {
        TextColumn text => new ArrowNamesColumn(text),
        FlagColumn flag => new ArrowFlagColumn(flag),
        SpreadColumn spread => new ArrowSpreadColumn(spread),
        NumberColumn { Source: StoredInteger { Size: sizeof(byte) } integers } number =>
            new ArrowIntegerColumn<byte>(number, integers, UInt8Type.Default),
        NumberColumn { Source: StoredInteger { Size: sizeof(ushort) } integers } number =>
            new ArrowIntegerColumn<ushort>(number, integers, UInt16Type.Default),
        NumberColumn { Source: StoredInteger integers } number => new ArrowIntegerColumn<int>(number, integers, Int32Type.Default),
        NumberColumn { Type: ColumnType.Count } number => new ArrowCountColumn(number),
        NumberColumn number => new ArrowDoubleColumn(number),
        _ => throw new ArgumentException($"Arrow tables have no column for '{column}'.", nameof(column)),
    };

    /// <summary>The batch of a chunk, valid until the next call.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="count">How many paths or rows it has.</param>
    /// <param name="firstPath">The number of its first path in the stream.</param>
    protected RecordBatch Fill(PathChunk chunk, int count, long firstPath)
    {
        if (_items.Length < count)
        {
            _items = [.. Enumerable.Range(0, count)];
        }

        foreach (ArrowColumn column in _columns)
        {
            column.Fill(chunk, _items.AsSpan(0, count), firstPath);
        }

        return new RecordBatch(Schema, _columns.Select(column => column.ToArray(count)), count);
    }

    /// <summary>Puts values of a batch into a chunk that has room for them.</summary>
    protected void RestoreAll(RecordBatch batch, in RestoredPlace place)
    {
        for (int i = 0; i < _columns.Length; i++)
        {
            _columns[i].Restore(batch.Column(i), place);
        }
    }
}
