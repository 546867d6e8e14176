using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using ModelContextProtocol.Server;
using Slackline.Mcp.Pages;
using Slackline.Mcp.Workspaces;
using Slackline.Service.Streams;
using Slackline.Streams.Paging;
using Slackline.Timing;

namespace Slackline.Mcp.Tools;

/// <summary>Tools that look at single paths.</summary>
[McpServerToolType]
internal sealed class PathTools(CurrentWorkspace current)
{
    private const int MaxPaths = 50;
    private const int StagesOfOne = 8;
    private const int StagesOfSeveral = 3;

    [McpServerTool(Name = "explain_path", Title = "Explain a path", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("""
        Take one path of a stream apart: its stages by cost, which cells cost most, what launch and capture clock contribute, and what to look at. Use it on the worst path of each group or endpoint before proposing a fix.
        Paths are named by their numbers: `path` in the rows of a page, worst_path in those of timing_summary. One path is explained in full; of several, each briefly: its causes and slowest stages.
        """)]
    public async Task<PathExplanations> ExplainAsync(
        [Description("The stream's id.")] string stream,
        [Description("The paths' numbers in the stream, from 0: [0] is the first. At most 50.")] long[] paths,
        [Description(
            "The most stages, the slowest first, 1 to 100: of one path 8 unless given, of several 3."),
            Range(1, 100)] int? max_stages = null,
        [Description("Whether to give the paths as the tool prints them, too.")] bool text = false,
        CancellationToken cancellation = default)
    {
        if (paths.Length is 0 or > MaxPaths)
        {
            throw new ToolInputException($"`paths` has {paths.Length} numbers; it must have 1 to {MaxPaths}.");
        }

        KeptStream found = await current.Value.Streams.FindAsync(stream, cancellation).ConfigureAwait(false);
        bool isBrief = paths.Length > 1;
        int stages = Math.Clamp(max_stages ?? (isBrief ? StagesOfSeveral : StagesOfOne), 1, 100);
        var explanations = new List<PathExplanation>();
        foreach (long path in paths)
        {
            if (path < 0 || path >= found.Paths)
            {
                throw new ToolInputException($"There is no path {path}: stream {found.Id} has {found.Paths} paths{(found.HasEnded ? "" : " so far")}, numbered from 0.");
            }

            using Page page = await found.ReadAsync(new PageRequest
            {
                Cursor = found.Pages.CursorAt(path),
                Size = 1,
            }, cancellation).ConfigureAwait(false);
            TimingPath timing = page.Chunks[0][0];
            explanations.Add(PathAnalysis.Explain(timing, stages, isBrief) with
            {
                Path = path,
                Text = text ? PageWriter.TextOf(timing) : null,
            });
        }

        return new PathExplanations { Stream = found.Id, Paths = explanations };
    }
}
