using System.Numerics;
using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Arrow;

/// <summary>A column of times or capacitances. Blanks are NaN in chunks and null in Arrow: an average in SQL leaves nulls out.</summary>
internal sealed class ArrowDoubleColumn(NumberColumn column) : ArrowNumberColumn<double>(column.Field, DoubleType.Default)
{
    private NumberSource Source { get; } = column.Source;

    /// <inheritdoc/>
    public override void Restore(IArrowArray column, in RestoredPlace place)
    {
        if (Source is StoredNumber stored && stored.Stored(place.Chunk) is var array && place.IsWanted(array, column))
        {
            new NumberView<double>(column, double.NaN).CopyTo(place.First, array.Values.AsSpan(place.To, place.Count));
        }
    }

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        Span<double> values = Values[..items.Length];
        if (Source is not StoredNumber stored)
        {
            Source.Read(chunk, items, values);
        }
        else if (stored.Stored(chunk) is { IsUsed: true } array)
        {
            array.First(values.Length).CopyTo(values);
        }
        else
        {
            SetAllBlank(values.Length);
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                SetBlank(i);
            }
        }
    }
}

/// <summary>A column of counts. Blanks are -1 in chunks and null in Arrow.</summary>
internal sealed class ArrowCountColumn(NumberColumn column) : ArrowNumberColumn<int>(column.Field, Int32Type.Default)
{
    private double[] _counts = [];

    private NumberSource Source { get; } = column.Source;

    /// <inheritdoc/>
    public override void Restore(IArrowArray column, in RestoredPlace place)
    {
        if (Source is StoredCount stored && stored.Stored(place.Chunk) is var array && place.IsWanted(array, column))
        {
            new NumberView<int>(column, -1).CopyTo(place.First, array.Values.AsSpan(place.To, place.Count));
        }
    }

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        if (_counts.Length < items.Length)
        {
            _counts = new double[items.Length];
        }

        Span<double> counts = _counts.AsSpan(0, items.Length);
        Source.Read(chunk, items, counts);
        Span<int> values = Values;
        for (int i = 0; i < counts.Length; i++)
        {
            if (double.IsNaN(counts[i]))
            {
                SetBlank(i);
            }
            else
            {
                values[i] = (int)counts[i];
            }
        }
    }
}

/// <summary>A column of whole numbers that are never blank, of one, two or four bytes as chunks hold them.</summary>
internal sealed class ArrowIntegerColumn<T>(NumberColumn column, StoredInteger source, IArrowType type)
    : ArrowNumberColumn<T>(column.Field, type)
    where T : unmanaged, INumber<T>
{
    /// <inheritdoc/>
    public override void Restore(IArrowArray column, in RestoredPlace place) =>
        new NumberView<T>(column).CopyTo(place.First, MemoryMarshal.Cast<byte, T>(source.Stored(place.Chunk).Bytes(place.To, place.Count)));

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath) =>
        source.Stored(chunk).Bytes(0, items.Length).CopyTo(MemoryMarshal.AsBytes(Values));
}

/// <summary>Writes the values of a column that is not of the schema.</summary>
/// <param name="chunk">The chunk.</param>
/// <param name="firstPath">The number of its first path in the stream.</param>
/// <param name="values">Room for a value for each path or row.</param>
internal delegate void ValuesOf<T>(PathChunk chunk, long firstPath, Span<T> values);

/// <summary>A column that follows from a chunk's others, and is not put back.</summary>
internal sealed class ArrowDerivedColumn<T>(string name, IArrowType type, ValuesOf<T> values) : ArrowNumberColumn<T>(name, type)
    where T : unmanaged
{
    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath) =>
        values(chunk, firstPath, Values[..items.Length]);
}
