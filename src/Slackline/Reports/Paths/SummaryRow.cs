using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>A line of <c>report_checks -format summary</c>: <c>r1/Q (DFF_X1)     r2/D (DFF_X1)     0.71</c>.</summary>
internal static class SummaryRow
{
    public static bool TryRead(
        ReadOnlySpan<byte> line, TableLayout layout, ListNumbers numbers, NameTable names, ref PathHeading heading, out ListedTimes times)
    {
        times = new ListedTimes();
        var row = new ListRow(line, layout.TimeWidth);
        if (!row.TryTakeSlack(numbers, out times.Slack)
            || !row.TryTakeFirstPin(layout.DescriptionWidth, out ReadOnlySpan<byte> startpoint, out ReadOnlySpan<byte> startCell)
            || !row.TryTakeName(layout.DescriptionWidth, out ReadOnlySpan<byte> name)
            || !ListRow.TrySplitPin(name, out ReadOnlySpan<byte> endpoint, out ReadOnlySpan<byte> endCell))
        {
            return false;
        }

        times.Digits = row.Digits;
        heading.Startpoint = names.Intern(startpoint);
        heading.StartpointDetail = names.Intern(startCell, heading.StartpointDetail);
        heading.Endpoint = names.Intern(endpoint);
        heading.StartpointPin = heading.Startpoint;
        heading.EndpointPin = heading.Endpoint;
        heading.EndpointDetail = names.Intern(endCell, heading.EndpointDetail);
        return true;
    }

    public static void Write(TimingPath path, TableLayout layout, TextBuffer output)
    {
        PathChunk chunk = path.Chunk;
        int i = path.Index;
        PathLists.WritePin(chunk.Names[chunk.Startpoint[i]], chunk.Names[chunk.StartpointDetail[i]], layout.DescriptionWidth, output);
        output.Write(" "u8);
        PathLists.WritePin(chunk.Names[chunk.Endpoint[i]], chunk.Names[chunk.EndpointDetail[i]], layout.DescriptionWidth, output);
        PathLists.WriteNumber(chunk.PrintedSlack(i), path.Digits, layout.TimeWidth, output);
    }
}
