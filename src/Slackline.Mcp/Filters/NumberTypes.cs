using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Slackline.Mcp.Filters;

/// <summary>
/// Adds the types of numbers to schemas. Numbers are written by a converter of ours (a blank is null, an infinity a word), whose types the
/// schema generator does not know and leaves out.
/// </summary>
internal static class NumberTypes
{
    /// <summary>Lists tools with the types of all numbers.</summary>
    public static McpRequestHandler<ListToolsRequestParams, ListToolsResult> Around(
        McpRequestHandler<ListToolsRequestParams, ListToolsResult> next) => async (request, cancellation) =>
    {
        ListToolsResult result = await next(request, cancellation).ConfigureAwait(false);
        foreach (Tool tool in result.Tools)
        {
            tool.InputSchema = CompleteInput(tool.InputSchema);
            tool.OutputSchema = tool.OutputSchema is { } output ? Complete(output, "number", "string", "null") : null;
        }

        return result;
    };

    /// <summary>A schema of arguments with the types of all numbers.</summary>
    public static JsonElement CompleteInput(JsonElement schema) => Complete(schema, "number", "null");

    private static JsonElement Complete(
        JsonElement schema, params string[] types) => AIJsonUtilities.TransformSchema(schema, new AIJsonSchemaTransformOptions
        {
            TransformSchemaNode = (_, node) =>
            {
                // What can be anything (the cells of a row) has no description.
                if (node is JsonObject property && property.ContainsKey("description") && !property.ContainsKey("type")
                    && !property.ContainsKey("$ref") && !property.ContainsKey("enum"))
                {
                    property.Insert(
                        1, "type",
                        property["default"] is null ? new JsonArray([.. types.Select(static type => JsonValue.Create(type))]) : "number");
                }

                return node;
            },
        });
}
