using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Slackline.Queries.Operators;
using Slackline.Queries.Syntax;
using Slackline.Sessions;
using Slackline.Streams.Paging;
using Slackline.Streams.Spooling;

namespace Slackline.Mcp.Filters;

/// <summary>An error in a tool is returned to the agent as a short text: what is wrong, and what to do next.</summary>
internal static class ToolErrors
{
    private const int MaxLength = 700;

    /// <summary>A filter around every tool.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Around(
        McpRequestHandler<CallToolRequestParams, CallToolResult> next) =>
        async (request, cancellation) =>
        {
            try
            {
                return await next(request, cancellation).ConfigureAwait(false);
            }
            catch (Exception error) when (Explain(error) is { } text)
            {
                return new CallToolResult
                {
                    IsError = true,
                    Content = [new TextContentBlock { Text = text.Length <= MaxLength ? text : text[..MaxLength] + "…" }],
                };
            }
        };

    /// <summary>The text for an agent; null for an error that does not concern it.</summary>
    public static string? Explain(Exception error) => error switch
    {
        ToolInputException => error.Message,
        FilterException filter => $"It cannot be understood: {filter.Message}\n{filter.Picture}",
        CursorException => error.Message,
        SpoolCorruptedException => $"{error.Message} Ask for the pages after it, or run the command again.",
        SpoolException => $"{error.Message} list_streams shows those there are; stream_timing_analysis starts a new one.",
        QueryLimitException => $"{error.Message} Narrow the stream with refine_stream first.",
        StaSetupException setup => $"The design could not be loaded: {error.Message} Correct the script, then call open_session again{(setup.CouldGoOn ? ", or with continue_on_error, which continues after errors and shows all of them" : "")}.",
        StaCommandException => $"The tool refused the command: {error.Message} The session continues; correct the command and call again.",
        StaDiedException => $"The tool ended: {error.Message} It is started again with the next command; streams that were kept stay readable.",
        SetupPathException => $"{error.Message} list_sessions shows the directories.",
        StaException => error.Message,
        ObjectDisposedException => "The session or stream was closed meanwhile. list_sessions and list_streams show what there is.",
        JsonException json => $"The argument at {json.Path} does not fit the tool's input schema.",
        ArgumentException => $"The arguments do not fit the tool's input schema: {error.Message.Split(" (Parameter", 2)[0]}",
        IOException => $"The server could not read or write a file: {error.Message}",
        _ => null,
    };
}
