using Slackline.Tcl;

namespace Slackline.Reports;

/// <summary>
/// A Tcl list that a script or a command such as <c>find_timing_paths</c> printed on a line by itself. Accepted only where it cannot be
/// anything else: all its elements are the tool's handles of objects (<c>_80a1f35e7f5500_p_PathEnd</c>), or there are several and all are
/// in braces. Plain words could be a list or a sentence.
/// </summary>
/// <param name="Elements">The elements without their braces.</param>
internal sealed record TclListLine(IReadOnlyList<string> Elements) : Report
{
    internal override void WriteLines(LineWriter lines) => lines.Line(TclList.Format([.. Elements]));
}
