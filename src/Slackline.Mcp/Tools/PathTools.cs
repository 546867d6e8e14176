using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Slackline.Mcp.Hosting;
using Slackline.Mcp.Pages;
using Slackline.Mcp.Streams;
using Slackline.Streams.Paging;
using Slackline.Timing;

namespace Slackline.Mcp.Tools;

/// <summary>Tools that look at single paths.</summary>
[McpServerToolType]
internal sealed class PathTools(CurrentWorkspace current)
{
    [McpServerTool(Name = "explain_path", Title = "Explain a path", UseStructuredContent = true, ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("""
        Take one path of a stream apart: its stages by cost, which cells cost most, what launch and capture clock contribute, and what to look at. Use it on the worst path of each group or endpoint before proposing a fix.
        The path's number is `first` of its page plus its row in the page. text=true also gives the path as the tool prints it.
        """)]
    public async Task<PathExplanation> ExplainAsync(
        [Description("The stream's id.")] string stream,
        [Description("The path's number in the stream, from 0: 0 is the first."), Range(0, 1e15)] long path = 0,
        [Description("The most stages, the dearest first, 1 to 100."), Range(1, 100)] int max_stages = 8,
        [Description("Whether to give the path's text, too.")] bool text = false,
        CancellationToken cancellation = default)
    {
        KeptStream found = await current.Value.Streams.FindAsync(stream, cancellation).ConfigureAwait(false);
        if (path < 0 || path >= found.Paths)
        {
            throw new ToolInputException($"There is no path {path}: stream {found.Id} has {found.Paths} paths{(found.HasEnded ? "" : " so far")}, numbered from 0.");
        }

        using Page page = await found.ReadAsync(new PageRequest { Cursor = found.CursorAt(path), Size = 1 }, cancellation).ConfigureAwait(false);
        TimingPath timing = page.Chunks[0][0];
        return PathAnalysis.Explain(timing, Math.Clamp(max_stages, 1, 100)) with
        {
            Stream = found.Id,
            Path = path,
            Text = text ? PageWriter.TextOf(timing) : null,
        };
    }
}
