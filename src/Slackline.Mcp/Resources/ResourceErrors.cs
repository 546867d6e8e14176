using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Slackline.Mcp.Filters;

namespace Slackline.Mcp.Resources;

/// <summary>What cannot be read comes back as an error that names it.</summary>
internal static class ResourceErrors
{
    /// <summary>A filter around every reading.</summary>
    public static McpRequestHandler<ReadResourceRequestParams, ReadResourceResult> Around(
        McpRequestHandler<ReadResourceRequestParams, ReadResourceResult> next) =>
        async (request, cancellation) =>
        {
            try
            {
                return await next(request, cancellation).ConfigureAwait(false);
            }
            catch (Exception error) when (MessageOf(error) is { } message)
            {
                throw new McpProtocolException(message, McpErrorCode.InvalidParams) { Data = { ["uri"] = request.Params?.Uri } };
            }
        };

    private static string? MessageOf(Exception error) =>
        error is McpProtocolException { ErrorCode: McpErrorCode.InvalidParams or McpErrorCode.ResourceNotFound }
            ? error.Message
            : ToolErrors.Explain(error);
}
