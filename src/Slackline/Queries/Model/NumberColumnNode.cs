using Slackline.Timing.Schema;

namespace Slackline.Queries.Model;

/// <summary>A numeric column.</summary>
internal sealed record NumberColumnNode(NumberColumn Column) : NumberNode
{
    public bool IsSlack => Column == PathSchema.Slack;
}
