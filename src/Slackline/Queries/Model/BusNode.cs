namespace Slackline.Queries.Model;

/// <summary>A name with a <c>*</c> for the bit of its bus.</summary>
internal sealed record BusNode(TextValueNode Operand) : TextValueNode;
