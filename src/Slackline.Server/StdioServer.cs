using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ModelContextProtocol.Server;
using Slackline.Mcp;
using Slackline.Mcp.Registration;
using Slackline.Mcp.Workspaces;

namespace Slackline.Server;

/// <summary>The server over standard input and output, for the client that started it.</summary>
public static class StdioServer
{
    /// <summary>
    /// Serves until standard input has ended and all requests are answered, or until it is cancelled; then ends the tools that it started.
    /// </summary>
    /// <param name="options">What the operator decides.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task RunAsync(SlacklineMcpOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var services = new ServiceCollection();
        services.AddLogging(ServerLog.Configure);
        services.AddSlackline(options);
        services.AddSingleton(
            provider => new CurrentWorkspace(() => provider.GetRequiredService<WorkspaceTable>().Of(WorkspaceTable.Local)));
        ServiceProvider provider = services.BuildServiceProvider();
        await using (provider.ConfigureAwait(false))
        {
            McpServerOptions server = provider.GetRequiredService<IOptions<McpServerOptions>>().Value;
            ILoggerFactory log = provider.GetRequiredService<ILoggerFactory>();
            var requests = new OpenRequests();
            var transport = new StreamServerTransport(
                requests.Watch(Console.OpenStandardInput()), requests.WatchAnswers(
                    new BufferedStream(Console.OpenStandardOutput())), server.ServerInfo?.Name, log);
            McpServer running = McpServer.Create(transport, server, log, provider);
            await using (running.ConfigureAwait(false))
            {
                try
                {
                    await running.RunAsync(cancellation).ConfigureAwait(false);
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    // Ctrl-C is how it is ended.
                }
            }
        }
    }
}
