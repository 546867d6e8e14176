using System.Text.Json;

namespace Slackline.Tests.Cli;

/// <summary>The server over standard input and output, as a script pipes requests into it.</summary>
public sealed class McpCommandTests(DemoDesignFixture design) : IDisposable
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("mcp-pipe-");

    public void Dispose() => _state.Delete(recursive: true);

    [Fact]
    public async Task Answers_that_are_still_computed_when_standard_input_ends_are_sent()
    {
        string[] requests =
        [
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"pipe","version":"1"}}}""",
            """{"jsonrpc":"2.0","method":"notifications/initialized"}""",
            JsonSerializer.Serialize(new { jsonrpc = "2.0", id = "slow", method = "tools/call", @params = new { name = "open_session", arguments = new { setup = design.Setup } } }),
            """{"jsonrpc":"2.0","id":3,"method":"tools/list"}""",
        ];
        Processes.Result result = await Processes.RunAsync(
            "dotnet",
            [Processes.SlacklineDll, "mcp", "--setup-dir", Path.GetDirectoryName(design.Setup)!],
            string.Join('\n', requests) + "\n",
            new Dictionary<string, string> { ["SLACKLINE_STATE"] = _state.FullName });
        Dictionary<string, JsonElement> answers = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => JsonDocument.Parse(line).RootElement)
            .Where(static message => message.TryGetProperty("id", out _) && !message.TryGetProperty("method", out _))
            .ToDictionary(static message => message.GetProperty("id").ToString());
        Assert.True(answers.ContainsKey("slow"), result.Output + result.Errors);
        Assert.Equal(["1", "3", "slow"], answers.Keys.Order(StringComparer.Ordinal));
        Assert.False(answers["slow"].GetProperty("result").TryGetProperty("isError", out JsonElement isError) && isError.GetBoolean(), answers["slow"].GetRawText());
    }
}
