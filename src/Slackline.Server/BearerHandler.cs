using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Slackline.Mcp.Workspaces;

namespace Slackline.Server;

/// <summary>Recognises clients by the token in the Authorization header. Without tokens everybody is the same local client.</summary>
internal sealed class BearerHandler(
    HttpOptions http, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "Bearer";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (http.Tokens is null)
        {
            return Task.FromResult(Is(WorkspaceTable.Local));
        }

        string header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        return Task.FromResult(
            http.Tokens.ClientOf(header["Bearer ".Length..].Trim()) is { } client ? Is(client) : AuthenticateResult.Fail("unknown token"));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer realm=\"slackline\"";
        return Response.WriteAsync("A token is needed: Authorization: Bearer TOKEN.");
    }

    // The SDK ties its sessions to the name identifier: a session's id is of no use to another client.
    private static AuthenticateResult Is(string client) => AuthenticateResult.Success(new AuthenticationTicket(
        new ClaimsPrincipal(
            new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, client), new Claim(ClaimTypes.Name, client)], SchemeName)),
        SchemeName));
}
