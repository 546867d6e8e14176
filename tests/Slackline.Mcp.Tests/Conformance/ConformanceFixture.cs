using Microsoft.Extensions.DependencyInjection;

namespace Slackline.Mcp.Tests.Conformance;

/// <summary>The server as it is hosted, with the tools, resources and prompts that the suite calls added to its own.</summary>
public sealed class ConformanceFixture : IAsyncLifetime
{
    private ServedDesign? _server;

    /// <summary>Where it is reached.</summary>
    public Uri Address => _server!.Address;

    public async ValueTask InitializeAsync() => _server = await ServedDesign.StartAsync(
        AppContext.BaseDirectory,
        more: static mcp => mcp
            .WithTools<ConformanceTools>()
            .WithTools([ConformanceTools.WithRichSchema()])
            .WithResources<ConformanceResources>()
            .WithPrompts<ConformancePrompts>());

    public ValueTask DisposeAsync() => _server!.DisposeAsync();
}
