using System.Text.Json;
using Slackline.Timing;

namespace Slackline.Arrow;

/// <summary>Table layouts as text: <c>[["delay","Delay",6],...]</c>, a kind, a title and a width for each column.</summary>
internal sealed class LayoutText
{
    // Streams use a few layouts. A log of many sessions has more, but rarely this many at a time.
    private const int MaxRemembered = 64;

    private readonly Dictionary<TableLayout, byte[]> _texts = [];
    private readonly List<(byte[] Text, TableLayout Layout)> _layouts = [];

    /// <summary>The text of a layout.</summary>
    public ReadOnlySpan<byte> Of(TableLayout layout)
    {
        if (!_texts.TryGetValue(layout, out byte[]? text))
        {
            if (_texts.Count == MaxRemembered)
            {
                _texts.Clear();
            }

            text = JsonSerializer.SerializeToUtf8Bytes(
                layout.Columns.Select(
                    column =>
                        new object[] { JsonNamingPolicy.SnakeCaseLower.ConvertName(column.Kind.ToString()), column.Title, column.Width }));
            _texts.Add(layout, text);
        }

        return text;
    }

    /// <summary>The layout that a text describes: the same object for the same text, as long as it is remembered.</summary>
    public TableLayout Parse(ReadOnlySpan<byte> text)
    {
        foreach ((byte[] known, TableLayout layout) in _layouts)
        {
            if (text.SequenceEqual(known))
            {
                return layout;
            }
        }

        using var json = JsonDocument.Parse(text.ToArray());
        var parsed = new TableLayout([.. json.RootElement.EnumerateArray().Select(ToColumn)]);
        if (_layouts.Count == MaxRemembered)
        {
            _layouts.RemoveAt(0);
        }

        _layouts.Add((text.ToArray(), parsed));
        return parsed;
    }

    private static TableColumn ToColumn(JsonElement column) => new(
        Enum.Parse<ColumnKind>(column[0].GetString()!.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        column[1].GetString()!,
        column[2].GetInt32());
}
