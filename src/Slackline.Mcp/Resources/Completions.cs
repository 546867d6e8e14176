using ModelContextProtocol.Protocol;
using Slackline.Mcp.Workspaces;

namespace Slackline.Mcp.Resources;

/// <summary>Completes the ids in resource templates and prompts.</summary>
internal static class Completions
{
    // The protocol's bound.
    private const int MaxValues = 100;

    /// <summary>What an argument may be that begins as it does.</summary>
    public static CompleteResult Complete(Workspace workspace, CompleteRequestParams request)
    {
        IEnumerable<string> all = (request.Ref, request.Argument.Name) switch
        {
            (ResourceTemplateReference { Uri: { } uri }, "id") when uri.StartsWith("slackline://reports/", StringComparison.Ordinal) =>
                workspace.Reports.All.Select(static report => report.Id),
            (ResourceTemplateReference, "id") => Streams(),
            (PromptReference, "stream" or "before" or "after") => Streams(),
            (PromptReference, "session") => workspace.Sessions.All.Select(static session => session.Id),
            _ => [],
        };
        string[] matching = [.. all.Where(value => value.StartsWith(request.Argument.Value, StringComparison.Ordinal))];
        return new CompleteResult
        {
            Completion = new Completion
            {
                Values = [.. matching.Take(MaxValues)],
                Total = matching.Length,
                HasMore = matching.Length > MaxValues,
            },
        };

        IEnumerable<string> Streams() => workspace.Streams.All.Select(static stream => stream.Info.Id);
    }
}
