using Slackline.Reports;

namespace Slackline.Fuzz;

/// <summary>What is compared of a block between two readings of a text.</summary>
internal sealed record SeenBlock(BlockKind Kind, long Offset, int Length, Damage Damage, Type? Report, Diagnostic? Diagnostic);
