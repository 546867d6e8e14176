using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Slackline.Server;
using Slackline.Sessions;
using Slackline.Tests;

namespace Slackline.Mcp.Tests;

/// <summary>The server over HTTP in this process, at a free port of the loopback, with a state directory of its own.</summary>
internal sealed class ServedDesign : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo? _ownState;

    private ServedDesign(WebApplication app, DirectoryInfo? ownState)
    {
        _app = app;
        _ownState = ownState;
        Address = HttpServer.AddressOf(app);
    }

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; }

    /// <summary>Starts it.</summary>
    /// <param name="folder">From where designs may be loaded.</param>
    /// <param name="state">The state directory; null for one that is removed afterwards.</param>
    /// <param name="http">How it is reached; null for the usual way.</param>
    /// <param name="more">What is added to it.</param>
    /// <param name="limits">Its bounds.</param>
    /// <param name="tool">The operator's program; null for the usual one.</param>
    public static async Task<ServedDesign> StartAsync(
        string folder, string? state = null, HttpOptions? http = null, Action<IMcpServerBuilder>? more = null, ServerLimits? limits = null, string? tool = null)
    {
        DirectoryInfo? own = state is null ? Directory.CreateTempSubdirectory("mcp-state-") : null;
        var options = new SlacklineMcpOptions
        {
            Tool = tool,
            Directories = new SetupDirectories([folder]),
            StateDirectory = state ?? own!.FullName,
            Limits = limits ?? new ServerLimits(),
        };
        WebApplication app = HttpServer.Build(options, (http ?? new HttpOptions()) with { Port = 0 }, more ?? (static _ => { }));
        await app.StartAsync();
        return new ServedDesign(app, own);
    }

    /// <summary>Starts it for the demonstration design.</summary>
    public static Task<ServedDesign> StartAsync(DemoDesignFixture design, string? state = null, HttpOptions? http = null) =>
        StartAsync(Path.GetDirectoryName(design.Setup)!, state, http);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _ownState?.Delete(recursive: true);
    }
}
