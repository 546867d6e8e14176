using System.Net;
using Microsoft.AspNetCore.Http;

namespace Slackline.Server;

/// <summary>
/// Refuses requests that a web page makes a browser send: those whose Origin is not allowed, and those that call the server by another name
/// than its own,
/// as they do when a page's name was made to point at this machine (DNS rebinding).
/// </summary>
internal sealed class CallerCheck(HttpOptions options)
{
    private readonly HashSet<string> _hosts = new(
        [
            .. options.HostNames,
            .. IPAddress.IsLoopback(options.Address) ? ["localhost", "127.0.0.1", "[::1]"] : new[] { HostOf(options.Address) },
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> _origins = new(
        options.Origins.Select(static origin => origin.TrimEnd('/')), StringComparer.OrdinalIgnoreCase);

    /// <summary>Answers what must not be; hands on what may.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!_hosts.Contains(context.Request.Host.Host))
        {
            return Refuse(
                context, StatusCodes.Status421MisdirectedRequest,
                "The Host header names another server. The operator can allow a name with --host-name.");
        }

        string origin = context.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && !IsOwn(origin, context.Request) && !_origins.Contains(origin))
        {
            return Refuse(
                context, StatusCodes.Status403Forbidden, "This web page may not call the server. The operator can allow it with --origin.");
        }

        return next(context);
    }

    private static string HostOf(IPAddress address) =>
        address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    private static bool IsOwn(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);

    private static Task Refuse(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(reason);
    }
}
