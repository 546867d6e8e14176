using System.Globalization;

namespace Slackline.Reports.Search;

/// <summary>The search's information on clocks, by <c>sta::report_clk_infos</c>.</summary>
public sealed record ClockInfoList : Report
{
    internal const string CountKey = " clk infos";

    /// <summary>One entry for a clock's edge in a scene, on one side of the analysis.</summary>
    public required IReadOnlyList<ClockInfo> Infos { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        foreach (ClockInfo info in Infos)
        {
            lines.Line(info.ToString());
        }

        lines.Line(Infos.Count.ToString(CultureInfo.InvariantCulture) + CountKey);
    }
}
