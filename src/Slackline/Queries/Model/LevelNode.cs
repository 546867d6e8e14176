namespace Slackline.Queries.Model;

/// <summary>The first levels of an instance's name.</summary>
internal sealed record LevelNode(TextValueNode Operand, int Levels) : TextValueNode;
