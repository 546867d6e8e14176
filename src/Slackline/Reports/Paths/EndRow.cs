using System.Runtime.Intrinsics;
using Slackline.Timing;

namespace Slackline.Reports.Paths;

/// <summary>A line of <c>report_checks -format end</c>: <c>r1/D (DFF_X1)    0.96    0.25    0.71 (MET)</c>.</summary>
internal static class EndRow
{
    private static ReadOnlySpan<byte> Met => " (MET)"u8;

    private static ReadOnlySpan<byte> Violated => " (VIOLATED)"u8;

    public static bool TryRead(
        ReadOnlySpan<byte> line, TableLayout layout, ListNumbers numbers, NameTable names, ref PathHeading heading, out ListedTimes times)
    {
        times = new ListedTimes();
        bool isViolated = line.EndsWith(Violated);
        if (!isViolated && !line.EndsWith(Met))
        {
            return false;
        }

        var row = new ListRow(line[..^(isViolated ? Violated : Met).Length], layout.TimeWidth);
        if (!TryTakeTimes(ref row, numbers, ref times)
            || !row.TryTakeName(layout.DescriptionWidth, out ReadOnlySpan<byte> name)
            || !ListRow.TrySplitPin(name, out ReadOnlySpan<byte> pin, out ReadOnlySpan<byte> cell))
        {
            return false;
        }

        times.Required = times.Required == NoRequired(heading.PathType) ? double.NaN : times.Required;
        times.Digits = row.Digits;
        heading.Endpoint = names.Intern(pin);
        heading.EndpointDetail = names.Intern(cell, heading.EndpointDetail);
        heading.EndpointPin = heading.Endpoint;
        heading.Verdict = isViolated ? SlackVerdict.Violated : SlackVerdict.Met;
        return true;
    }

    private static bool TryTakeTimes(ref ListRow row, ListNumbers numbers, ref ListedTimes times)
    {
        if (row.TryTakeNumbers(numbers, out Vector256<double> values))
        {
            (times.Required, times.Arrival, times.Slack) = (values[0], values[1], values[2]);
            return !double.IsNaN(times.Required + times.Arrival + times.Slack);
        }

        return row.TryTakeOptionalNumber(out times.Slack) && row.TryTakeNumber(out times.Arrival) && row.TryTakeNumber(out times.Required);
    }

    public static void Write(TimingPath path, TableLayout layout, TextBuffer output)
    {
        PathChunk chunk = path.Chunk;
        PathLists.WritePin(
            chunk.Names[chunk.Endpoint[path.Index]], chunk.Names[chunk.EndpointDetail[path.Index]], layout.DescriptionWidth, output);
        PathLists.WriteNumber(
            double.IsNaN(path.Required) ? NoRequired(path.PathType) : path.Required, path.Digits, layout.TimeWidth, output);
        PathLists.WriteNumber(path.Arrival, path.Digits, layout.TimeWidth, output);
        PathLists.WriteNumber(chunk.PrintedSlack(path.Index), path.Digits, layout.TimeWidth, output);
        output.Write(chunk.Verdict[path.Index] == SlackVerdict.Violated ? Violated : Met);
    }

    // What is printed when nothing requires a time: a required time that every path meets.
    private static double NoRequired(PathType type) => type == PathType.Min ? double.NegativeInfinity : double.PositiveInfinity;
}
