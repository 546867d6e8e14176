using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Slackline.Mcp.Pages;
using Slackline.Mcp.Tools;
using Slackline.Mcp.Workspaces;
using Slackline.Reports.Data;
using Slackline.Service.Streams;
using Slackline.Streams.Paging;

namespace Slackline.Mcp.Resources;

/// <summary>What a client can read, or attach to a conversation, without calling a tool.</summary>
[McpServerResourceType]
internal sealed class SlacklineResources(CurrentWorkspace current)
{
    private const string Json = "application/json";

    [McpServerResource(UriTemplate = "slackline://streams", Name = "streams", Title = "Streams", MimeType = Json)]
    [Description("The streams of timing paths that can be read, the newest first.")]
    public string Streams() => JsonSerializer.Serialize(new StreamTools(current).List(limit: 200), ReportJson.Options);

    [McpServerResource(UriTemplate = "slackline://streams/{id}", Name = "stream", Title = "A stream", MimeType = Json)]
    [Description("How a stream is doing, and a cursor for its first page.")]
    public async Task<ResourceContents> StreamAsync(string id, CancellationToken cancellation) =>
        Text(
            $"slackline://streams/{id}", Json,
            JsonSerializer.Serialize(
                StreamReport.Of(await current.Value.Streams.FindAsync(id, cancellation).ConfigureAwait(false)), ReportJson.Options));

    [McpServerResource(UriTemplate = "slackline://streams/{id}/paths/{number}", Name = "path", Title = "A path", MimeType = "text/plain")]
    [Description("A timing path as OpenSTA prints it. The number counts from 0 in the stream.")]
    public async Task<ResourceContents> PathAsync(string id, long number, CancellationToken cancellation)
    {
        KeptStream stream = await current.Value.Streams.FindAsync(id, cancellation).ConfigureAwait(false);
        if (number < 0 || number >= stream.Paths)
        {
            throw new ToolInputException($"Stream {id} has {stream.Paths} paths, numbered from 0.");
        }

        using Page page = await stream.ReadAsync(new PageRequest
        {
            Cursor = stream.Pages.CursorAt(number),
            Size = 1,
        }, cancellation).ConfigureAwait(false);
        return Text($"slackline://streams/{id}/paths/{number}", "text/plain", PageWriter.TextOf(page.Chunks[0][0]));
    }

    [McpServerResource(UriTemplate = "slackline://reports", Name = "reports", Title = "Reports", MimeType = Json)]
    [Description("The last reports of run_report, the newest first.")]
    public string Reports() =>
        JsonSerializer.Serialize(current.Value.Reports.All.Select(static report => new { report.Id, report.Command }), ReportJson.Options);

    [McpServerResource(UriTemplate = "slackline://reports/{id}", Name = "report", Title = "A report", MimeType = Json)]
    [Description("A report of run_report, whole: its parts as data, and its text as OpenSTA printed it.")]
    public ResourceContents Report(string id) =>
        Text($"slackline://reports/{id}", Json, JsonSerializer.Serialize(current.Value.Reports.Find(id), ReportJson.Options));


    private static TextResourceContents Text(string uri, string type, string text) => new() { Uri = uri, MimeType = type, Text = text };
}
