using Slackline.Timing.Schema;

namespace Slackline.Queries.Model;

/// <summary>A text column.</summary>
internal sealed record TextColumnNode(TextColumn Column) : TextValueNode;
