using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Slackline.Mcp.Tests;

/// <summary>A client of the server, over HTTP.</summary>
internal sealed class Agent : IAsyncDisposable
{
    private readonly McpClient _client;

    private Agent(McpClient client) => _client = client;

    /// <summary>The client.</summary>
    public McpClient Client => _client;

    /// <summary>Connects.</summary>
    public static async Task<Agent> ConnectAsync(Uri address, string? token = null)
    {
        var options = new HttpClientTransportOptions { Endpoint = address, TransportMode = HttpTransportMode.StreamableHttp };
        if (token is not null)
        {
            options.AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}" };
        }

        return new Agent(await McpClient.CreateAsync(new HttpClientTransport(options), cancellationToken: TestContext.Current.CancellationToken));
    }

    /// <summary>Calls a tool that must succeed, and gives its answer.</summary>
    public async Task<JsonElement> CallAsync(string tool, Dictionary<string, object?> arguments)
    {
        CallToolResult result = await _client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsError is not true, TextOf(result));
        return AnswerOf(result);
    }

    /// <summary>Calls a tool that must fail, and gives what it says.</summary>
    public async Task<string> FailAsync(string tool, Dictionary<string, object?> arguments)
    {
        CallToolResult result = await _client.CallToolAsync(tool, arguments, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.IsError, TextOf(result));
        return TextOf(result);
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    /// <summary>What a tool answered. It is there once, as text.</summary>
    public static JsonElement AnswerOf(CallToolResult result)
    {
        Assert.Null(result.StructuredContent);
        using var answer = JsonDocument.Parse(Assert.Single(result.Content.OfType<TextContentBlock>()).Text);
        return answer.RootElement.Clone();
    }

    private static string TextOf(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(static block => block.Text));
}
