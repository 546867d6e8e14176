using System.Globalization;

namespace Slackline.Reports.Search;

/// <summary>
/// How evenly the search's tags, clocks or groups are spread over their hash table: the last line of <c>sta::report_tags</c>,
/// <c>sta::report_clk_infos</c> and <c>sta::report_tag_groups</c>.
/// </summary>
/// <param name="Length">The number of entries in the fullest bucket.</param>
/// <param name="Hash">The bucket.</param>
public sealed record LongestHashBucket(int Length, ulong Hash) : Report
{
    internal override void WriteLines(LineWriter lines) =>
        lines.Line(string.Create(CultureInfo.InvariantCulture, $"Longest hash bucket length {Length} hash={Hash}"));
}
