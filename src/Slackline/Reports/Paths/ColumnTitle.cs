using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>A title above a column of a path's table.</summary>
/// <param name="Kind">What the column holds.</param>
/// <param name="Text">The title.</param>
/// <param name="Start">Where it begins in its line.</param>
/// <param name="End">Where it ends.</param>
internal sealed record ColumnTitle(ColumnKind Kind, string Text, int Start, int End);
