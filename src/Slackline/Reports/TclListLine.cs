using Slackline.Tcl;

namespace Slackline.Reports;

/// <summary>
/// A Tcl list that a script or a command such as <c>find_timing_paths</c> printed in a line of its own. Only where it can be nothing else: all its elements are the tool's
/// handles of objects (<c>_80a1f35e7f5500_p_PathEnd</c>), or there are several and all stand in braces. Of plain words nobody can tell whether they are a list or a sentence.
/// </summary>
/// <param name="Elements">The elements without their braces.</param>
internal sealed record TclListLine(IReadOnlyList<string> Elements) : Report
{
    internal override void WriteLines(LineWriter lines) => lines.Line(TclList.Format([.. Elements]));
}
