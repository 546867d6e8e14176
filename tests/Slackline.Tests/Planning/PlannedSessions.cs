using Slackline.Planning;
using Slackline.Planning.Plans;
using Slackline.Queries;
using Slackline.Reports.Paths;
using Slackline.Sessions;
using Slackline.Timing;

namespace Slackline.Tests.Planning;

/// <summary>Runs planned queries on the real tool.</summary>
internal static class PlannedSessions
{
    /// <summary>A session with a design loaded.</summary>
    public static async Task<StaSession> LoadAsync(string setup, CancellationToken cancellation)
    {
        StaSession session = await StaSession.StartAsync(new StaSessionOptions { Tool = StaTool.Find() }, cancellation);
        await session.LoadAsync(setup, cancellation);
        return session;
    }

    /// <summary>All paths of a command as their texts, behind the group that they are in.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(StaSession session, string command, PlanOptions options, PathFilter? filter = null)
    {
        await using PlannedQuery query = new QueryPlanner(session, options).Execute(command, filter);
        return await ReadAsync(query);
    }

    /// <summary>Whether the tool has a command.</summary>
    public static async Task<bool> HasCommandAsync(StaSession session, string name) => await EvaluateAsync(session, $"llength [info commands {name}]") != "0";

    /// <summary>What a script returns.</summary>
    public static async Task<string> EvaluateAsync(StaSession session, string script)
    {
        await using StaCommand command = await session.RunAsync(script, TestContext.Current.CancellationToken);
        await Task.Run(() => command.Output.CopyTo(Stream.Null), TestContext.Current.CancellationToken);
        return await command.CompleteAsync();
    }

    /// <summary>All paths of a query as their texts.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(PlannedQuery query)
    {
        var texts = new List<string>();
        await foreach (PathChunk chunk in query.Paths.ReadChunksAsync(TestContext.Current.CancellationToken))
        {
            for (int i = 0; i < chunk.Count; i++)
            {
                texts.Add(PathRenderer.ToText(chunk[i]));
            }
        }

        return texts;
    }
}
