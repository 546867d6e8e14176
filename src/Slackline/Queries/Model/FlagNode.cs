using Slackline.Timing.Schema;

namespace Slackline.Queries.Model;

/// <summary>Whether a condition holds for a path; false also where it is blank.</summary>
internal sealed record FlagNode(FlagColumn Column) : FilterNode
{
    /// <summary>Whether it asks whether the path violates its check.</summary>
    public bool IsViolated => Column == PathSchema.Violated;
}
