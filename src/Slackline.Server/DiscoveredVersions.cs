using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Slackline.Server;

/// <summary>
/// Names all versions of the protocol that are served when a client asks for them. The SDK, which serves the older ones in sessions, names
/// only those without
/// in its answer to <c>server/discover</c>, but all of them when it refuses a version.
/// </summary>
internal static class DiscoveredVersions
{
    private const string Member = "supportedVersions";

    private static readonly string[] s_inSessions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"];

    /// <summary>A filter of outgoing messages.</summary>
    public static McpMessageHandler Around(McpMessageHandler next) =>
        (message, cancellation) =>
        {
            if (message.JsonRpcMessage is JsonRpcResponse { Result: JsonObject result } && result[Member] is JsonArray versions)
            {
                string[] stated = [.. versions.Select(static version => version!.GetValue<string>())];
                result[Member] = new JsonArray([.. s_inSessions.Union(stated).Select(static version => (JsonNode)version)]);
            }

            return next(message, cancellation);
        };
}
