using Slackline.Tests;

namespace Slackline.Mcp.Tests.Conformance;

/// <summary>The official conformance suite: its newest edition for the protocol of 2026-07-28, its stable one for those before.</summary>
public sealed class ConformanceTests(ConformanceFixture server) : IClassFixture<ConformanceFixture>
{
    // Left out is what a server need not have and this one has not: logging to the client, subscriptions to resources, and asking the client
    // (sampling, elicitation, input-required results), tasks and skills, headers made from arguments, and resuming a broken answer from an event store.
    public static TheoryData<string> Scenarios2025 =>
    [
        "server-initialize", "ping", "completion-complete",
        "tools-list", "tools-call-simple-text", "tools-call-image", "tools-call-audio", "tools-call-embedded-resource", "tools-call-mixed-content",
        "tools-call-error", "tools-call-with-progress", "json-schema-2020-12",
        "server-sse-multiple-streams",
        "resources-list", "resources-read-text", "resources-read-binary", "resources-templates-read",
        "prompts-list", "prompts-get-simple", "prompts-get-with-args", "prompts-get-embedded-resource", "prompts-get-with-image",
        "dns-rebinding-protection",
    ];

    public static TheoryData<string> Scenarios2026 =>
    [
        "server-stateless", "completion-complete", "caching",
        "tools-list", "tools-call-simple-text", "tools-call-image", "tools-call-audio", "tools-call-embedded-resource", "tools-call-mixed-content",
        "tools-call-error", "tools-call-with-progress", "json-schema-2020-12",
        "server-sse-multiple-streams",
        "resources-list", "resources-read-text", "resources-read-binary", "resources-templates-read", "sep-2164-resource-not-found",
        "prompts-list", "prompts-get-simple", "prompts-get-with-args", "prompts-get-embedded-resource", "prompts-get-with-image",
        "dns-rebinding-protection", "http-header-validation",
    ];

    [Theory]
    [MemberData(nameof(Scenarios2025))]
    public async Task Conforms_to_the_protocol_of_2025_11_25(string scenario) => Check(
        await NodePackages.RunAsync("node_modules/conformance-2025/dist/index.js", "server", "--url", server.Address.ToString(), "--scenario", scenario, "--spec-version", "2025-11-25"));

    [Theory]
    [MemberData(nameof(Scenarios2026))]
    public async Task Conforms_to_the_protocol_of_2026_07_28(string scenario) => Check(
        await NodePackages.RunAsync("node_modules/@modelcontextprotocol/conformance/dist/index.js", "server", "--url", server.Address.ToString(), "--scenario", scenario, "--spec-version", "2026-07-28"));

    [Fact]
    public async Task A_session_of_the_older_protocol_ends_when_its_client_says_so() => Check(
        await NodePackages.RunAsync("node_modules/@modelcontextprotocol/conformance/dist/index.js", "server", "--url", server.Address.ToString(), "--scenario", "server-session-lifecycle", "--spec-version", "2025-11-25"));

    private static void Check(Processes.Result result) => Assert.True(result.ExitCode == 0 && !result.Output.Contains("WARNING", StringComparison.Ordinal), result.Output + result.Errors);
}
