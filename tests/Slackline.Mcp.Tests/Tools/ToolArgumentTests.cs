using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace Slackline.Mcp.Tests.Tools;

/// <summary>Every argument of every tool, as tools/list tells them, is refused by name when it is none, or not what the schema says.</summary>
public sealed class ToolArgumentTests(OpenDesign open) : IClassFixture<OpenDesign>
{
    private static readonly int[] s_numbers = [1];

    private static readonly string[] s_texts = ["x"];

    private Agent Agent => open.Agent;

    [Fact]
    public async Task What_an_argument_does_not_take_is_told_with_what_it_takes()
    {
        int tried = 0;
        foreach (Tool tool in await ToolsAsync())
        {
            JsonElement properties = tool.InputSchema.GetProperty("properties");
            foreach (JsonProperty argument in properties.EnumerateObject())
            {
                foreach (object? value in BadValues(argument.Value))
                {
                    Dictionary<string, object?> arguments = Needed(tool);
                    arguments[argument.Name] = value;
                    string told = await Agent.FailAsync(tool.Name, arguments);
                    Assert.True(told.StartsWith($"`{argument.Name}", StringComparison.Ordinal) && told.Contains(" must be ", StringComparison.Ordinal), $"{tool.Name} {argument.Name} = {value}: {told}");
                    AssertIsForAgents(told);
                    tried++;
                }
            }
        }

        Assert.True(tried > 100, $"only {tried} values were tried");
    }

    [Fact]
    public async Task An_argument_that_is_missing_or_unknown_is_named()
    {
        foreach (Tool tool in await ToolsAsync())
        {
            Assert.False(tool.InputSchema.GetProperty("additionalProperties").GetBoolean(), tool.Name);
            Dictionary<string, object?> needed = Needed(tool);
            string unknown = await Agent.FailAsync(tool.Name, new(needed) { ["bogus"] = 1 });
            Assert.StartsWith("There is no argument `bogus`.", unknown, StringComparison.Ordinal);
            AssertIsForAgents(unknown);
            foreach (string name in needed.Keys)
            {
                string missing = await Agent.FailAsync(tool.Name, new(needed.Where(one => one.Key != name)));
                Assert.StartsWith($"`{name}` is missing.", missing, StringComparison.Ordinal);
                AssertIsForAgents(missing);
            }
        }
    }

    [Fact]
    public async Task A_misspelt_filter_is_no_filter_that_lets_everything_pass()
    {
        var arguments = new Dictionary<string, object?> { ["stream"] = open.Stream, ["filters"] = new { slackmax = 0 } };
        Assert.StartsWith("There is no argument `slackmax` in `filters`. There are: slack_max, slack_min,", await Agent.FailAsync("refine_stream", arguments), StringComparison.Ordinal);
        arguments["filters"] = new { slack_max = "zero" };
        Assert.Equal("`filters.slack_max` must be a number, not \"zero\".", await Agent.FailAsync("refine_stream", arguments));
        arguments["filters"] = new { endpoint = 3 };
        Assert.Equal("`filters.endpoint` must be a text, not 3.", await Agent.FailAsync("refine_stream", arguments));
        arguments["filters"] = new { slack_max = 0, where = "slak < 0" };
        Assert.Contains("did you mean 'slack'", await Agent.FailAsync("refine_stream", arguments), StringComparison.Ordinal);
    }

    private static void AssertIsForAgents(string told)
    {
        Assert.DoesNotContain("System.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Slackline.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Parameter", told, StringComparison.Ordinal);
    }

    private async Task<Tool[]> ToolsAsync() => [.. (await Agent.Client.ListToolsAsync(cancellationToken: TestContext.Current.CancellationToken)).Select(static tool => tool.ProtocolTool)];

    // What the tool must have, so that only the argument under test is wrong.
    private Dictionary<string, object?> Needed(Tool tool) => tool.InputSchema.TryGetProperty("required", out JsonElement required)
        ? required.EnumerateArray().Select(static name => name.GetString()!).ToDictionary(static name => name, name => (object?)(name switch { "filters" => new { slack_max = 0 }, "stream" => open.Stream, "paths" => s_numbers, _ => "x" }))
        : [];

    private static List<object?> BadValues(JsonElement schema)
    {
        string[] types = schema.TryGetProperty("type", out JsonElement type)
            ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(static one => one.GetString()!)] : [type.GetString()!]
            : [];
        if (schema.TryGetProperty("enum", out _))
        {
            return ["nosuch", "", 0, 7, true];
        }

        List<object?> values = [];
        values.AddRange(types.Contains("string") ? [] : (object?[])["x", ""]);
        values.AddRange(types.Contains("integer") ? [1.5, 99999999999999999999.0] : types.Contains("number") ? [] : (object?[])[3, -1]);
        values.AddRange(types.Contains("boolean") ? [] : (object?[])[true]);
        values.AddRange(types.Contains("array") ? [schema.GetProperty("items").GetProperty("type").GetRawText().Contains("string", StringComparison.Ordinal) ? s_numbers : s_texts] : (object?[])[Array.Empty<string>()]);
        values.AddRange(types.Contains("object") ? [] : (object?[])[new { a = 1 }]);
        values.AddRange(types.Contains("null") || types.Length == 0 ? [] : (object?[])[null]);
        if (schema.TryGetProperty("minimum", out JsonElement minimum))
        {
            values.Add(minimum.GetDouble() - 1);
        }

        if (schema.TryGetProperty("maximum", out JsonElement maximum) && maximum.GetDouble() < int.MaxValue)
        {
            values.Add(maximum.GetDouble() + 1);
        }

        return values;
    }
}
