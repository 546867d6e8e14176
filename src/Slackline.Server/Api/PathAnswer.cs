using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Slackline.Queries;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Service.Queries;
using Slackline.Service.Sources;
using Slackline.Streams;
using Slackline.Transport;

namespace Slackline.Server.Api;

/// <summary>
/// Streams the paths of a command to a client, as frames. The client's speed is the stream's: what it does not take stays in the
/// connection, then in the stream's buffer, and then OpenSTA waits.
/// </summary>
internal static class PathAnswer
{
    /// <summary>The type of the body.</summary>
    public const string ContentType = "application/vnd.slackline.frames";

    /// <summary>Runs the query, and ends the body with its last frame. A client that leaves ends the query.</summary>
    /// <param name="context">The request.</param>
    /// <param name="source">The paths.</param>
    /// <param name="request">What the client wants of them.</param>
    public static async Task WriteAsync(HttpContext context, PathSource source, PathsRequest request)
    {
        // Errors in these are the client's, and have a status of their own.
        PathFilter? filter = request.Filter();
        IReadOnlyList<PathExpression> columns = request.ChosenColumns();
        Func<PathSequence, PathSequence>? operators = request.Operators();

        // A client that thinks for an hour before it reads on is a client that thinks.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        context.Response.ContentType = ContentType;
        await context.Response.StartAsync(context.RequestAborted).ConfigureAwait(false);
        using var bytes = new MemoryStream();
        using var frames = new PathFrames(bytes, columns, request.Compress);
        QueryEnd end;
        try
        {
            end = await StreamAsync(context, source, filter, operators, frames, bytes).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            end = new QueryEnd(ExitCode.Of(e), e.Message, Notes(source, filter));
        }

        frames.End(end);
        await SendAsync(context, bytes).ConfigureAwait(false);
    }

    private static async Task<QueryEnd> StreamAsync(
        HttpContext context,
        PathSource source,
        PathFilter? filter,
        Func<PathSequence, PathSequence>? operators,
        PathFrames frames,
        MemoryStream bytes)
    {
        CancellationToken left = context.RequestAborted;
        TimingPathStream stream = await source.OpenAsync(left).ConfigureAwait(false);
        PathSequence paths = stream.ReadChunksAsync(left).AsPaths();
        paths = filter is null ? paths : paths.Where(filter);
        paths = operators is null ? paths : operators(paths);
        await foreach (PathSelection selection in paths.ReadSelectionsAsync(left).ConfigureAwait(false))
        {
            frames.Write(selection.Chunk, selection.Paths);
            await SendAsync(context, bytes).ConfigureAwait(false);
        }

        return source.Output.DescribeDamages("the command's output") is [string damage, ..]
            ? new QueryEnd(ExitCode.BadInput, damage, Notes(source, filter))
            : new QueryEnd(ExitCode.Success, null, Notes(source, filter));
    }

    private static async Task SendAsync(HttpContext context, MemoryStream bytes)
    {
        await context.Response.Body.WriteAsync(
            bytes.GetBuffer().AsMemory(0, (int)bytes.Length), context.RequestAborted).ConfigureAwait(false);
        await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        bytes.SetLength(0);
    }

    private static IReadOnlyList<string> Notes(PathSource source, PathFilter? filter) =>
    [
        .. source.Output.Messages(Severity.Warning),
        .. source.Output.DescribeDamages("the command's output"),
        .. source.Missing is { } missing ? [missing] : Array.Empty<string>(),
        .. filter?.Notes ?? [],
    ];
}
