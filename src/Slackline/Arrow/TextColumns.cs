using Apache.Arrow;
using Slackline.Timing;
using Slackline.Timing.Schema;

namespace Slackline.Arrow;

/// <summary>A column of texts that the schema defines: names, descriptions, words, pins.</summary>
internal sealed class ArrowNamesColumn(TextColumn column) : ArrowTextColumn(column.Field)
{
    private int[] _ids = [];

    private TextSource Source { get; } = column.Source;

    /// <inheritdoc/>
    public override void Restore(IArrowArray column, in RestoredPlace place)
    {
        var texts = new TextView(column);
        switch (Source)
        {
            case StoredText text when text.Stored(place.Chunk) is var array && place.IsWanted(array, column):
                RestoreIds(texts, array, place);
                break;
            case WordSource words:
                RestoreWords(texts, words, place);
                break;
            case PinOfEndSource pins:
                RestorePins(texts, pins.Stored(place.Chunk), place);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        if (_ids.Length < items.Length)
        {
            _ids = new int[items.Length];
        }

        Span<int> ids = _ids.AsSpan(0, items.Length);
        Source.Ids(chunk, items, ids);
        if (!ids.ContainsAnyExcept(PathChunk.NoName))
        {
            SetAllNull(ids.Length);
            return;
        }

        foreach (int id in ids)
        {
            if (id < 0)
            {
                AppendNull();
            }
            else
            {
                Append(Source.Text(chunk, id));
            }
        }
    }

    private static void RestoreIds(TextView texts, IdArray array, in RestoredPlace place)
    {
        Span<int> ids = array.Values.AsSpan(place.To, place.Count);
        for (int i = 0; i < ids.Length; i++)
        {
            int item = place.First + i;
            ids[i] = texts.IsNull(item) ? PathChunk.NoName
                : array.Kind == IdKind.Description ? place.Chunk.Descriptions.Intern(texts[item])
                : place.Chunk.Names.Intern(texts[item]);
        }
    }

    private void RestoreWords(TextView texts, WordSource words, in RestoredPlace place)
    {
        Span<byte> values = words.Stored(place.Chunk).Bytes(place.To, place.Count);
        for (int i = 0; i < values.Length; i++)
        {
            int item = place.First + i;
            values[i] = texts.IsNull(item)
                ? (byte)0
                : words.ValueOf(texts[item])
                    ?? throw new InvalidDataException($"A kept stream has a '{Field.Name}' that this version does not know.");
        }
    }

    // Where the rows of a path are there, its pins are found in them again.
    private static void RestorePins(TextView texts, IdArray array, in RestoredPlace place)
    {
        for (int i = 0; i < place.Count; i++)
        {
            int item = place.First + i;
            array[place.To + i] = PathChunk.PinOfName(
                place.Chunk.HasRows(place.To + i) || texts.IsNull(item) ? PathChunk.NoName : place.Chunk.Names.Intern(texts[item]));
        }
    }
}

/// <summary>The layouts of the paths' printed tables, as <see cref="LayoutText"/> writes them.</summary>
internal sealed class ArrowLayoutColumn() : ArrowTextColumn("layout")
{
    private readonly LayoutText _layouts = new();

    /// <summary>Puts layouts back: before rows, since they say which arrays the rows have.</summary>
    /// <param name="column">This column of a batch.</param>
    /// <param name="place">Which, and where to.</param>
    /// <param name="rows">
    /// How many rows each path has, where those with rows are left without a layout, since their rows are left away; otherwise empty.
    /// </param>
    public void RestoreLayouts(IArrowArray column, in RestoredPlace place, ReadOnlySpan<int> rows)
    {
        var texts = new TextView(column);
        for (int i = 0; i < place.Count; i++)
        {
            int item = place.First + i;
            place.Chunk.Paths.Layout[place.To + i] = texts.IsNull(item) || (!rows.IsEmpty && rows[i] > 0)
                ? PathChunk.NoTable
                : place.Chunk.UseLayout(_layouts.Parse(texts[item]));
        }
    }

    /// <inheritdoc/>
    protected override void FillAll(PathChunk chunk, ReadOnlySpan<int> items, long firstPath)
    {
        foreach (int layout in chunk.Layout)
        {
            if (layout == PathChunk.NoTable)
            {
                AppendNull();
            }
            else
            {
                Append(_layouts.Of(chunk.Layouts[layout]));
            }
        }
    }
}
