using System.Text.Json.Nodes;
using Slackline.Reports.Data;

namespace Slackline.Mcp.Reports;

/// <summary>Shortens JSON to a budget by shortening its longest arrays and texts, and reports where.</summary>
internal static class JsonCut
{
    /// <summary>Shortens a value where it must be.</summary>
    /// <param name="name">What to call the value.</param>
    /// <param name="value">The value, which is changed.</param>
    /// <param name="maxBytes">The most bytes that it may take.</param>
    /// <returns>What was shortened, such as <c>parts[0].value.rows has 3000</c>.</returns>
    public static IReadOnlyList<string> Fit(string name, JsonNode value, int maxBytes)
    {
        var totals = new Dictionary<string, int>(StringComparer.Ordinal);
        while (SizeOf(value) is var size && size > maxBytes && Longest(value) is { } longest)
        {
            double keep = Math.Min(0.9, (double)maxBytes / size);
            string path = name + longest.GetPath()[1..];
            if (longest is JsonArray array)
            {
                totals.TryAdd(path, array.Count);
                int count = Math.Max(1, (int)(array.Count * keep));
                while (array.Count > count)
                {
                    array.RemoveAt(array.Count - 1);
                }
            }
            else
            {
                string text = longest.GetValue<string>();
                totals.TryAdd(path, text.Length);
                longest.ReplaceWith(text[..Math.Max(1, (int)(text.Length * keep))]);
            }
        }

        return [.. totals.Select(total => $"{total.Key} has {total.Value}")];
    }

    private static int SizeOf(JsonNode node) => node.ToJsonString(ReportJson.Options).Length;

    private static JsonNode? Longest(JsonNode value)
    {
        JsonNode? longest = null;
        int most = 0;
        var open = new Stack<JsonNode>([value]);
        while (open.TryPop(out JsonNode? node))
        {
            bool isText = node is JsonValue leaf && leaf.TryGetValue(out string? text) && text.Length > 40;
            if ((node is JsonArray { Count: > 1 } || isText) && SizeOf(node) is var size && size > most)
            {
                longest = node;
                most = size;
            }

            IEnumerable<JsonNode?> children = node switch
            {
                JsonArray array => array,
                JsonObject members => members.Select(static member => member.Value),
                _ => [],
            };
            foreach (JsonNode? child in children)
            {
                if (child is not null)
                {
                    open.Push(child);
                }
            }
        }

        return longest;
    }
}
