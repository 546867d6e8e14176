using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Slackline.Mcp;
using Slackline.Mcp.Sessions;
using Slackline.Mcp.Tools;
using Slackline.Mcp.Workspaces;
using Slackline.Queries.Syntax;
using Slackline.Reports;
using Slackline.Service.Queries;
using Slackline.Service.Sources;
using Slackline.Sessions;

namespace Slackline.Server.Api;

/// <summary>
/// What programs ask the server for, in JSON (TRANSPORT.md): to load a design, to stream the paths of a command in it, to close it. The
/// designs of a client are those that it has open as an agent, too.
/// </summary>
internal static class DesignApi
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Adds it to a server.</summary>
    public static void Map(IEndpointRouteBuilder server, SlacklineMcpOptions options)
    {
        server.MapPost("/v1/designs", context => AnswerAsync(context, () => OpenAsync(context, options))).RequireAuthorization();
        server.MapDelete("/v1/designs/{id}", context => AnswerAsync(context, () => CloseAsync(context))).RequireAuthorization();
        server.MapPost("/v1/designs/{id}/paths", context => AnswerAsync(context, () => PathsAsync(context))).RequireAuthorization();
    }

    private static async Task OpenAsync(HttpContext context, SlacklineMcpOptions options)
    {
        DesignRequest request = await ReadAsync<DesignRequest>(context).ConfigureAwait(false);
        bool isOperator = options.Bounds is null;
        if (!isOperator && (request.Directory ?? request.Sta) is not null)
        {
            throw new BadRequestException("'directory' and 'sta' are the operator's to choose: leave them out.");
        }

        string script = isOperator ? Path.GetFullPath(request.Setup, request.Directory ?? "/") : options.Directories.Resolve(request.Setup);
        if (!File.Exists(script))
        {
            throw new BadRequestException($"There is no setup script {script}.");
        }

        var tool = new StaSessionOptions
        {
            Tool = StaTool.Find(request.Sta ?? options.Tool),
            WorkingDirectory = request.Directory ?? options.Directories.Directories[0],
            ContinueOnError = request.ContinueOnError,
        };
        DesignSession session = await WorkspaceOf(context).Sessions.OpenAsync(
            tool, DesignSetup.Of(script), request.Name, static _ => { }, context.RequestAborted).ConfigureAwait(false);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await WriteAsync(context, new
        {
            session.Id,
            session.Design.Name,
            Program = session.Program,
            LoadSeconds = session.Design.LoadTime.TotalSeconds,
            session.Design.SetupErrors,
            session.Design.CannotFork,
            Messages = session.Design.Diagnostics.Where(static message => message.Severity != Severity.Info).Select(
                static message => message.ToString()),
        }).ConfigureAwait(false);
    }

    private static async Task CloseAsync(HttpContext context)
    {
        Workspace workspace = WorkspaceOf(context);
        string id = IdOf(context);
        workspace.Streams.CancelOf(id);
        await workspace.Sessions.CloseAsync(id).ConfigureAwait(false);
        await WriteAsync(context, new { Closed = id }).ConfigureAwait(false);
    }

    private static async Task PathsAsync(HttpContext context)
    {
        PathsRequest request = await ReadAsync<PathsRequest>(context).ConfigureAwait(false);
        Workspace workspace = WorkspaceOf(context);
        CommandCheck.Check(request.Command, workspace.Limits);
        DesignSession session = workspace.Sessions.Find(IdOf(context));
        var source = new LiveSource(session.Design, request.Command, request.Filter(), isOwned: false);
        await using (source.ConfigureAwait(false))
        {
            await PathAnswer.WriteAsync(context, source, request).ConfigureAwait(false);
        }
    }

    private static Workspace WorkspaceOf(HttpContext context) => context.RequestServices.GetRequiredService<CurrentWorkspace>().Value;

    private static string IdOf(HttpContext context) => (string)context.Request.RouteValues["id"]!;

    // A fault before the first byte of the answer is a status and a JSON object; later ones are in the last frame.
    private static async Task AnswerAsync(HttpContext context, Func<Task> answer)
    {
        try
        {
            await answer().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has left.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            bool isWrong = e is BadRequestException or JsonException or ToolInputException or SetupPathException or FilterException;
            context.Response.StatusCode = isWrong ? StatusCodes.Status400BadRequest
                : e is StaException ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status500InternalServerError;
            await WriteAsync(context, new
            {
                Error = e switch
                {
                    FilterException filter => $"{filter.Message}\n{filter.Picture}",
                    JsonException json =>
                        $"The request is not understood at {json.Path ?? "its beginning"}: {json.Message.Split(" Path: ")[0]}",
                    _ => e.Message,
                },
                ExitCode = isWrong ? ExitCode.Usage : ExitCode.Of(e),
            }).ConfigureAwait(false);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpContext context) =>
        await JsonSerializer.DeserializeAsync<T>(context.Request.Body, s_json, context.RequestAborted).ConfigureAwait(false)
            ?? throw new BadRequestException("The request has no body.");

    private static async Task WriteAsync<T>(HttpContext context, T value)
    {
        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, value, s_json, context.RequestAborted).ConfigureAwait(false);
    }
}
