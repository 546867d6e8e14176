using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ModelContextProtocol.AspNetCore;
using Slackline.Mcp;
using Slackline.Mcp.Registration;
using Slackline.Mcp.Workspaces;
using Slackline.Server.Api;

namespace Slackline.Server;

/// <summary>
/// The server over HTTP: for agents at <c>/mcp</c> (streamable HTTP), for programs that read paths at <c>/v1</c>.
/// </summary>
public static class HttpServer
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/mcp";

    private static readonly TimeSpan s_shutdownPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_idleTimeout = TimeSpan.FromMinutes(30);
    private const int MaxIdleSessions = 1_000;
    private const int MaxConnections = 1_000;

    /// <summary>Serves until it is cancelled; then gives open requests some seconds to end, and ends the tools that it started.</summary>
    /// <param name="options">What the operator decides.</param>
    /// <param name="http">How it is reached.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ArgumentException">The options would admit everybody.</exception>
    /// <exception cref="IOException">The address is taken, or a file cannot be read.</exception>
    public static async Task RunAsync(SlacklineMcpOptions options, HttpOptions http, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        WebApplication app = Build(options, http, static _ => { });
        await using (app.ConfigureAwait(false))
        {
            try
            {
                await app.StartAsync(cancellation).ConfigureAwait(false);
                http.Listening(AddressOf(app));
                await app.WaitForShutdownAsync(cancellation).ConfigureAwait(false);
            }
            finally
            {
                if (http.Socket is { } socket)
                {
                    File.Delete(socket);
                }
            }
        }
    }

    /// <summary>Makes the server.</summary>
    /// <param name="options">What the operator decides.</param>
    /// <param name="http">How it is reached.</param>
    /// <param name="more">Adds what only tests need.</param>
    internal static WebApplication Build(SlacklineMcpOptions options, HttpOptions http, Action<IMcpServerBuilder> more)
    {
        ArgumentNullException.ThrowIfNull(http);
        http.Validate();

        // Empty: no environment variable and no file in the working directory opens another port.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(server => Configure(server, http));
        ServerLog.Configure(builder.Logging);
        builder.Services.Configure<HostOptions>(static host => host.ShutdownTimeout = s_shutdownPatience);
        builder.Services.AddRoutingCore();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(http);
        builder.Services.AddAuthentication(BearerHandler.SchemeName).AddScheme<AuthenticationSchemeOptions, BearerHandler>(
            BearerHandler.SchemeName, null);
        builder.Services.AddAuthorization();
        builder.Services.AddRateLimiter(limiter => ClientLimiter.Configure(limiter, http));
        IMcpServerBuilder mcp = builder.Services.AddSlackline(options).WithHttpTransport(static transport =>
        {
            // Clients of the protocol before 2026-07-28 cancel a call with a request of its own, which finds the call only by their
            // session.
            transport.SessionMode = HttpServerSessionMode.StatefulForInitializeClients;
#pragma warning disable MCP9006 // Obsolete as such sessions are; while there are any they must be bounded.
            transport.IdleTimeout = s_idleTimeout;
            transport.MaxIdleSessionCount = MaxIdleSessions;
#pragma warning restore MCP9006
        }).WithMessageFilters(static filters => filters.AddOutgoingFilter(DiscoveredVersions.Around));
        builder.Services.AddSingleton(provider => new CurrentWorkspace(() => Find(provider)));
        more(mcp);

        WebApplication app = builder.Build();
        var check = new CallerCheck(http);
        app.Use(next => context => check.InvokeAsync(context, next));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        if (http.Socket is null)
        {
            app.MapMcp(Path).RequireAuthorization();
        }

        DesignApi.Map(app, options);
        return app;
    }

    /// <summary>Where a running server is reached.</summary>
    internal static Uri AddressOf(WebApplication app)
    {
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return address.StartsWith("http://unix:", StringComparison.Ordinal)
            ? new Uri("unix://" + address["http://unix:".Length..])
            : new Uri(new Uri(address), Path);
    }

    private static void Configure(KestrelServerOptions server, HttpOptions http)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = http.MaxRequestBytes;
        server.Limits.MaxConcurrentConnections = MaxConnections;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        if (http.Socket is { } socket)
        {
            // The folder is checked (HttpOptions.Validate): nobody else reaches what is in it.
            server.ListenUnixSocket(socket);
            return;
        }

        server.Listen(http.Address, http.Port, listen =>
        {
            if (http.CertificateFile is { } certificate)
            {
                listen.UseHttps(
                    new HttpsConnectionAdapterOptions
                    {
                        ServerCertificate = X509Certificate2.CreateFromPemFile(certificate,
                        http.KeyFile)
                    });
            }
        });
    }

    // Handlers run in the context of the request that they answer.
    private static Workspace Find(IServiceProvider provider)
    {
        HttpContext context = provider.GetRequiredService<IHttpContextAccessor>().HttpContext
            ?? throw new InvalidOperationException("A tool was called outside a request.");
        return provider.GetRequiredService<WorkspaceTable>().Of(
            context.User.Identity?.Name ?? throw new InvalidOperationException("Nobody is known to have sent the request."));
    }
}
