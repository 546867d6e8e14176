using System.Globalization;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Everything that a path's columns hold, in lines to compare: names byte by byte, numbers bit by bit.</summary>
internal static class PathColumns
{
    public static List<string> Of(TimingPath path)
    {
        PathChunk chunk = path.Chunk;
        int i = path.Index;
        List<string> lines =
        [
            $"{chunk.Format[i]} {chunk.Shape[i]} {chunk.PathType[i]} {chunk.Digits[i]}",
            $"startpoint {Name(chunk.Startpoint[i])} ({Name(chunk.StartpointDetail[i])})",
            $"endpoint {Name(chunk.Endpoint[i])} ({Name(chunk.EndpointDetail[i])})",
            $"group {Name(chunk.PathGroup[i])} mode {Name(chunk.Mode[i])} corner {Name(chunk.Corner[i])}",
            $"times {Number(chunk.Arrival[i])} {Number(chunk.Required[i])} {Number(chunk.Slack[i])} {Number(chunk.PrintedSlack(i))} {chunk.Verdict[i]}",
            $"pins {chunk.StartpointPin(i).Latin1()} {chunk.EndpointPin(i).Latin1()}",
            string.Join(' ', path.Layout?.Columns.Select(column => $"{column.Kind}:{column.Title}:{column.Width}") ?? []),
        ];
        for (int row = chunk.FirstRow[i]; row < chunk.FirstRow[i + 1]; row++)
        {
            string description = chunk.RowDescription[row] is >= 0 and int id ? chunk.Descriptions[id].Latin1() : "none";
            lines.Add(
                $"{chunk.RowForm[row]} {At(chunk.RowFanout, row)} {NumberAt(chunk.RowCapacitance, row)} {NumberAt(chunk.RowSlew, row)} {Number(chunk.RowDelay[row])} "
                + $"{NumberAt(chunk.RowVariation, row)} {Number(chunk.RowTime[row])} {chunk.RowTransition[row]} {description} {Name(At(chunk.RowAttribute, row))} "
                + $"{Name(At(chunk.RowInstance, row))} {NumberAt(chunk.RowX, row)} {NumberAt(chunk.RowY, row)} "
                + $"{SpreadAt(chunk.RowSlewSpread, row)} {SpreadAt(chunk.RowDelaySpread, row)} {SpreadAt(chunk.RowTimeSpread, row)}");
        }

        return lines;

        string Name(int id) => id < 0 ? "none" : $"'{chunk.Names[id].Latin1()}'";
    }

    private static int At(ReadOnlySpan<int> column, int row) => column.IsEmpty ? -1 : column[row];

    private static string NumberAt(ReadOnlySpan<double> column, int row) => column.IsEmpty ? "blank" : Number(column[row]);

    private static string SpreadAt(ReadOnlySpan<Spread> column, int row) =>
        column.IsEmpty || column[row].IsNone ? "none" : $"{Number(column[row].Shift)} {Number(column[row].Sigma)} {Number(column[row].Skewness)}";

    // Distinguishes -0 from 0, and treats all NaN alike.
    private static string Number(double value) => double.IsNaN(value) ? "blank" : value.ToString("R", CultureInfo.InvariantCulture);
}
