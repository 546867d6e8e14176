using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Slackline.Mcp.Tests.Conformance;

/// <summary>The tools that the conformance suite calls.</summary>
[McpServerToolType]
internal sealed class ConformanceTools
{
    // One pixel.
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private static readonly byte[] s_wave = Convert.FromBase64String("UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=");

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    [McpServerTool(Name = "test_simple_text")]
    [Description("Returns a text.")]
    public static string SimpleText() => "This is a simple text response for testing.";

    [McpServerTool(Name = "test_image_content")]
    [Description("Returns an image.")]
    public static ContentBlock Image() => ImageContentBlock.FromBytes(Png, "image/png");

    [McpServerTool(Name = "test_audio_content")]
    [Description("Returns a sound.")]
    public static ContentBlock Audio() => AudioContentBlock.FromBytes(s_wave, "audio/wav");

    [McpServerTool(Name = "test_embedded_resource")]
    [Description("Returns a resource.")]
    public static ContentBlock Resource() => new EmbeddedResourceBlock
    {
        Resource = new TextResourceContents { Uri = "test://embedded-resource", MimeType = "text/plain", Text = "This is an embedded resource content." },
    };

    [McpServerTool(Name = "test_multiple_content_types")]
    [Description("Returns content of several types.")]
    public static ContentBlock[] Multiple() =>
    [
        new TextContentBlock { Text = "Multiple content types test:" },
        ImageContentBlock.FromBytes(Png, "image/png"),
        new EmbeddedResourceBlock
        {
            Resource = new TextResourceContents { Uri = "test://mixed-content-resource", MimeType = "application/json", Text = "{\"test\":\"data\",\"value\":123}" },
        },
    ];

    [McpServerTool(Name = "test_error_handling")]
    [Description("Always fails.")]
    public static string Error() => throw new ToolInputException("This tool intentionally returns an error for testing");

    [McpServerTool(Name = "test_tool_with_progress")]
    [Description("Reports progress.")]
    public static async Task<string> ProgressAsync(IProgress<ProgressNotificationValue> progress, CancellationToken cancellation)
    {
        foreach (int value in new[] { 0, 50, 100 })
        {
            progress.Report(new ProgressNotificationValue { Progress = value, Total = 100 });
            await Task.Delay(s_pause, cancellation);
        }

        return "done";
    }

#pragma warning disable MCP9005 // The suite asks for this one.
    [McpServerTool(Name = "test_missing_capability")]
    [Description("Needs a client that can be asked for samples.")]
    public static string MissingCapability(RequestContext<CallToolRequestParams> request) => request.Server.ClientCapabilities?.Sampling is null
        ? throw new MissingRequiredClientCapabilityException(new ClientCapabilities { Sampling = new SamplingCapability() }, "This tool needs the sampling capability.")
        : "ok";
#pragma warning restore MCP9005

    [McpServerTool(Name = "test_streaming_elicitation")]
    [Description("Answers with progress before the result; asks the client nothing.")]
    public static Task<string> StreamingAsync(IProgress<ProgressNotificationValue> progress, CancellationToken cancellation) => ProgressAsync(progress, cancellation);

    [McpServerTool(Name = "test_logging_tool")]
    [Description("Returns a text and logs nothing, as the server does.")]
    public static string Logging() => "done";

    /// <summary>A tool whose input schema has words that a server might strip.</summary>
    public static McpServerTool WithRichSchema()
    {
        McpServerTool tool = McpServerTool.Create(static () => "ok", new McpServerToolCreateOptions { Name = "json_schema_2020_12_tool", Description = "Tool with JSON Schema 2020-12 features" });
        tool.ProtocolTool.InputSchema = JsonElement.Parse(
            """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "type": "object",
              "$defs": { "address": { "$anchor": "addressDef", "type": "object", "properties": { "street": { "type": "string" }, "city": { "type": "string" } } } },
              "properties": { "name": { "type": "string" }, "address": { "$ref": "#/$defs/address" }, "contactMethod": { "type": "string", "enum": ["phone", "email"] }, "phone": { "type": "string" }, "email": { "type": "string" } },
              "allOf": [{ "anyOf": [{ "required": ["phone"] }, { "required": ["email"] }] }],
              "if": { "properties": { "contactMethod": { "const": "phone" } } },
              "then": { "required": ["phone"] },
              "else": { "required": ["email"] },
              "additionalProperties": false
            }
            """);
        return tool;
    }
}
