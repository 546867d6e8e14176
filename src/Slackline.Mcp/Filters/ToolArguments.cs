using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Slackline.Reports.Data;

namespace Slackline.Mcp.Filters;

/// <summary>
/// Checks the arguments of a call against the tool's input schema, before the tool runs. An argument that the tool does not have is
/// refused:
/// an agent that misspells a filter would otherwise get all paths and take them for the filtered ones. Errors use the words of the schema.
/// </summary>
internal static class ToolArguments
{
    private const int MaxShown = 60;

    private static readonly ConcurrentDictionary<string, JsonElement> s_schemas = new();

    /// <summary>Lists tools with schemas that say that there are no other arguments.</summary>
    public static McpRequestHandler<ListToolsRequestParams, ListToolsResult> Close(
        McpRequestHandler<ListToolsRequestParams, ListToolsResult> next) => async (request, cancellation) =>
    {
        ListToolsResult result = await next(request, cancellation).ConfigureAwait(false);
        foreach (Tool tool in result.Tools)
        {
            tool.InputSchema = Close(tool.InputSchema);
        }

        return result;
    };

    /// <summary>Checks the arguments of every call.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Check(
        McpRequestHandler<CallToolRequestParams, CallToolResult> next) => (request, cancellation) =>
    {
        if (request.MatchedPrimitive is McpServerTool tool)
        {
            JsonElement schema = s_schemas.GetOrAdd(
                tool.ProtocolTool.Name, static (_, open) => NumberTypes.CompleteInput(open), tool.ProtocolTool.InputSchema);
            Check(
                JsonSerializer.SerializeToElement(request.Params?.Arguments ?? new Dictionary<string, JsonElement>(), ReportJson.Options),
                schema, schema, "");
        }

        return next(request, cancellation);
    };

    private static JsonElement Close(JsonElement schema) => AIJsonUtilities.TransformSchema(schema, new AIJsonSchemaTransformOptions
    {
        TransformSchemaNode = static (_, node) =>
        {
            if (node is JsonObject closed && closed.ContainsKey("properties"))
            {
                closed["additionalProperties"] = false;
            }

            return node;
        },
    });

    private static void Check(JsonElement value, JsonElement schema, JsonElement root, string path)
    {
        schema = Resolve(schema, root);
        string[] types = schema.TryGetProperty("type", out JsonElement type)
            ? [.. type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(
                static one => one.GetString()!) : [type.GetString()!]]
            : [];
        if (value.ValueKind == JsonValueKind.Null && path.Length > 0 && (types.Length == 0 || types.Contains("null")))
        {
            return;
        }

        if (schema.TryGetProperty("enum", out JsonElement words))
        {
            if (!words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
            {
                throw Wrong(path, $"one of {string.Join(", ", words.EnumerateArray().Where(static word => word.ValueKind == JsonValueKind.String).Select(static word => word.GetString()))}", value);
            }

            return;
        }

        if (types.Length > 0 && !types.Any(one => IsOf(value, one)))
        {
            throw Wrong(path, string.Join(" or ", types.Where(static one => one != "null").Select(static one => one switch
            {
                "integer" => "a whole number",
                "number" => "a number",
                "boolean" => "true or false",
                "array" => "a list",
                "object" => "an object",
                _ => "a text",
            })), value);
        }

        CheckRange(value, schema, path);
        if (value.ValueKind == JsonValueKind.Object && schema.TryGetProperty("properties", out JsonElement properties))
        {
            CheckNames(value, schema, properties, path);
            foreach (JsonProperty argument in value.EnumerateObject())
            {
                Check(
                    argument.Value, properties.GetProperty(argument.Name), root,
                    path.Length == 0 ? argument.Name : $"{path}.{argument.Name}");
            }
        }
        else if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out JsonElement items))
        {
            int i = 0;
            foreach (JsonElement item in value.EnumerateArray())
            {
                Check(item, items, root, string.Create(CultureInfo.InvariantCulture, $"{path}[{i++}]"));
            }
        }
    }

    private static void CheckNames(JsonElement value, JsonElement schema, JsonElement properties, string path)
    {
        string[] names = [.. properties.EnumerateObject().Select(static property => property.Name)];
        string where = path.Length == 0 ? "" : $" in `{path}`";
        foreach (JsonProperty argument in value.EnumerateObject())
        {
            if (!names.Contains(argument.Name))
            {
                throw new ToolInputException($"There is no argument `{Short(argument.Name)}`{where}. {(names.Length == 0 ? "It takes none." : $"There are: {string.Join(", ", names)}.")}");
            }
        }

        foreach (JsonElement required in schema.TryGetProperty("required", out JsonElement all) ? all.EnumerateArray() : default)
        {
            if (!value.TryGetProperty(required.GetString()!, out _))
            {
                string description = properties.GetProperty(required.GetString()!).TryGetProperty("description", out JsonElement text)
                    ? $" {text.GetString()}"
                    : "";
                throw new ToolInputException($"`{required.GetString()}` is missing{where}.{description}");
            }
        }
    }

    private static void CheckRange(JsonElement value, JsonElement schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Number)
        {
            return;
        }

        double number = value.GetDouble();
        double from = schema.TryGetProperty("minimum", out JsonElement minimum) ? minimum.GetDouble() : double.NegativeInfinity;
        double to = schema.TryGetProperty("maximum", out JsonElement maximum) ? maximum.GetDouble() : double.PositiveInfinity;
        if (number < from || number > to || !double.IsFinite(number))
        {
            throw Wrong(
                path,
                string.Create(
                    CultureInfo.InvariantCulture, $"a number {(double.IsFinite(to) ? $"from {from} to {to}" : $"from {from} on")}"), value);
        }
    }

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => value.ValueKind == JsonValueKind.Null,
    };

    // A type that comes twice is written once; the second is a way to the first: "#/properties/before".
    private static JsonElement Resolve(JsonElement schema, JsonElement root)
    {
        if (!schema.TryGetProperty("$ref", out JsonElement way))
        {
            return schema;
        }

        JsonElement found = root;
        foreach (string step in way.GetString()!.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            found = found.GetProperty(step);
        }

        return found;
    }

    private static ToolInputException Wrong(string path, string takes, JsonElement value) =>
        new($"`{(path.Length == 0 ? "arguments" : path)}` must be {takes}, not {Short(value.GetRawText())}.");

    private static string Short(string text) => text.Length <= MaxShown ? text : text[..MaxShown] + "…";
}
