namespace Slackline.Queries.Model;

/// <summary>Whether a path violates its check; false also where the report does not tell.</summary>
internal sealed record ViolatedNode : FilterNode;
