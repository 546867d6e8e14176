using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>A line of <c>report_checks -format slack_only</c>: <c>clk      0.71</c>.</summary>
internal static class SlackRow
{
    public static bool TryRead(ReadOnlySpan<byte> line, TableLayout layout, NameTable names, ref PathHeading heading, out ListedTimes times)
    {
        times = new ListedTimes();
        var row = new ListRow(line, layout.TimeWidth);
        if (!row.TryTakeOptionalNumber(out times.Slack) || !row.TryTakeName(layout.DescriptionWidth, out ReadOnlySpan<byte> group))
        {
            return false;
        }

        times.Digits = row.Digits;
        heading.PathGroup = names.Intern(group);
        return true;
    }

    public static void Write(TimingPath path, TableLayout layout, TextBuffer output)
    {
        output.WriteLeft(path.Chunk.Names[path.Chunk.PathGroup[path.Index]], layout.DescriptionWidth);
        PathLists.WriteNumber(path.Chunk.PrintedSlack(path.Index), path.Digits, layout.TimeWidth, output);
    }
}
