using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>A line of <c>report_checks -format slack_only</c>: <c>clk      0.71</c>.</summary>
internal static class SlackRow
{
    public static bool TryRead(
        ReadOnlySpan<byte> line, TableLayout layout, ListNumbers numbers, NameTable names, ref PathHeading heading, out ListedTimes times)
    {
        times = new ListedTimes();
        var row = new ListRow(line, layout.TimeWidth);
        if (!row.TryTakeSlack(numbers, out times.Slack) || !row.TryTakeName(layout.DescriptionWidth, out ReadOnlySpan<byte> group)
            || !MayBeGroup(group))
        {
            return false;
        }

        times.Digits = row.Digits;
        heading.PathGroup = names.Intern(group, heading.PathGroup);
        return true;
    }

    public static void Write(TimingPath path, TableLayout layout, TextBuffer output)
    {
        output.WriteLeft(path.Chunk.Names[path.Chunk.PathGroup[path.Index]], layout.DescriptionWidth);
        PathLists.WriteNumber(path.Chunk.PrintedSlack(path.Index), path.Digits, layout.TimeWidth, output);
    }

    // A group may have any name. But if the end of a list is lost, rows of other tables follow, and those have columns: more than one space
    // between two words, or an edge or a number among them.
    private static bool MayBeGroup(ReadOnlySpan<byte> name)
    {
        for (int space = name.IndexOf((byte)' '); space >= 0; space = name.IndexOf((byte)' '))
        {
            if (!IsWordOfGroup(name[..space]))
            {
                return false;
            }

            name = name[(space + 1)..];
            if (name.IndexOf((byte)' ') < 0)
            {
                return IsWordOfGroup(name);
            }
        }

        return true;
    }

    private static bool IsWordOfGroup(ReadOnlySpan<byte> word) =>
        !word.IsEmpty && !word.SequenceEqual("^"u8) && !word.SequenceEqual("v"u8)
            && !(DecimalText.TryRead(word, out _, out int digits) && digits != 0);
}
