using Apache.Arrow;
using Apache.Arrow.Types;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Arrow;

/// <summary>A column of yes and no.</summary>
internal abstract class ArrowBitColumn(string name) : ArrowColumn(name, BooleanType.Default)
{
    private byte[] _bits = [];

    /// <inheritdoc/>
    public override IArrowArray ToArray(int length) =>
        new BooleanArray(ToData(length, new ArrowBuffer(_bits.AsMemory(0, (length + 7) / 8))));

    /// <summary>Forgets all values: they are no until set.</summary>
    protected override void Start(int length)
    {
        base.Start(length);
        int bytes = (length + 7) / 8;
        if (_bits.Length < bytes)
        {
            _bits = new byte[bytes + (bytes / 4)];
        }

        _bits.AsSpan(0, bytes).Clear();
    }

    /// <summary>Makes a value yes.</summary>
    protected void Set(int index) => _bits[index >> 3] |= (byte)(1 << (index & 7));
}

/// <summary>A column of yes and no that the schema defines, which follows from others.</summary>
internal class ArrowFlagColumn(FlagColumn column) : ArrowBitColumn(column.Field)
{
    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        for (int i = 0; i < items.Length; i++)
        {
            switch (column.FlagOf(chunk, items[i]))
            {
                case true:
                    Set(i);
                    break;
                case null:
                    SetNull(i);
                    break;
            }
        }
    }
}

/// <summary>
/// The edges of rows, as a flag and not a word, since the offsets of texts compress badly: those of <c>^</c> and <c>v</c> took a seventh of
/// the file.
/// </summary>
internal sealed class ArrowEdgeColumn() : ArrowFlagColumn(KeptColumns.Rising)
{
    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        ReadOnlySpan<Transition> edges = chunk.RowTransition;
        for (int row = 0; row < edges.Length; row++)
        {
            if (edges[row] == Transition.Rise)
            {
                Set(row);
            }
            else if (edges[row] == Transition.None)
            {
                SetNull(row);
            }
        }
    }

    /// <inheritdoc/>
    public override void Restore(IArrowArray column, in RestoredPlace place)
    {
        var rising = (BooleanArray)column;
        Span<Transition> edges = place.Chunk.Rows.Transition.Values.AsSpan(place.To, place.Count);
        for (int i = 0; i < edges.Length; i++)
        {
            edges[i] = rising.GetValue(place.First + i) switch
            {
                true => Transition.Rise,
                false => Transition.Fall,
                null => Transition.None,
            };
        }
    }
}

/// <summary>Whether rows are those of pins and ports.</summary>
internal sealed class ArrowPinColumn() : ArrowFlagColumn(KeptColumns.IsPin)
{
    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        ReadOnlySpan<int> descriptions = chunk.RowDescription;
        for (int row = 0; row < descriptions.Length; row++)
        {
            if (descriptions[row] >= 0 && chunk.Descriptions.Kind(descriptions[row]) == DescriptionKind.Pin)
            {
                Set(row);
            }
        }
    }
}
