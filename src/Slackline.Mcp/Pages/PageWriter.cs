using System.Text;
using System.Text.Json;
using Slackline.Reports;
using Slackline.Reports.Data;
using Slackline.Reports.Paths;
using Slackline.Service.Streams;
using Slackline.Streams;
using Slackline.Streams.Paging;
using Slackline.Timing;

namespace Slackline.Mcp.Pages;

/// <summary>Makes an agent's page out of a stream's page, cut to a budget at a path's boundary.</summary>
internal static class PageWriter
{
    private static readonly string[] s_names = ["path", "slack", "violated", "startpoint_pin", "endpoint_pin", "startpoint", "endpoint",
        "path_group", "path_type", "clocks", "corner", "mode", "depth"];

    private static readonly string[] s_pointNames = ["pin", "cell", "edge", "delay", "slew", "capacitance", "fanout"];

    /// <summary>Makes a page.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="page">Its page, with points unless for a summary.</param>
    /// <param name="size">How many paths were asked for.</param>
    /// <param name="detail">How much of each path.</param>
    /// <param name="maxTokens">The budget.</param>
    public static PathPage Write(KeptStream stream, Page page, int size, PageDetail detail, int maxTokens)
    {
        int budget = TokenBudget.RowBytes(maxTokens);
        var table = new RowTable(detail == PageDetail.Summary ? s_names[..^1] : s_names, detail == PageDetail.Text ? int.MaxValue : budget);
        var points = new List<object?[][]>();
        bool[] pointColumns = detail == PageDetail.Points ? UsedPointColumns(page) : [];
        var texts = new List<string>();
        int textBytes = 0;
        foreach (TimingPath path in page.Chunks.SelectMany(static chunk => Enumerable.Range(0, chunk.Count).Select(i => chunk[i])))
        {
            if (detail == PageDetail.Text)
            {
                string text = TextOf(path);
                textBytes += JsonSerializer.SerializeToUtf8Bytes(text, ReportJson.Options).Length + 1;
                if (texts.Count > 0 && textBytes > budget)
                {
                    break;
                }

                texts.Add(text);
                continue;
            }

            object?[][] pathPoints = detail == PageDetail.Points ? PointsOf(path, pointColumns) : [];
            int pointBytes = detail == PageDetail.Points
                ? JsonSerializer.SerializeToUtf8Bytes(pathPoints, ReportJson.Options).Length + 1
                : 0;
            if (!table.TryAdd(RowOf(path, page.First + table.Count, detail), pointBytes))
            {
                break;
            }

            points.Add(pathPoints);
        }

        int count = detail == PageDetail.Text ? texts.Count : table.Count;
        bool wasCut = count < page.Count;
        IReadOnlyList<string> notes = stream.Notes;
        return new PathPage
        {
            Stream = stream.Id,
            State = page.State.Word(),
            First = page.First,
            Columns = detail switch
            {
                PageDetail.Summary => table.Columns,
                PageDetail.Points => [.. table.Columns, "points"],
                _ => [],
            },
            Same = table.Same is { Count: > 0 } same ? same : null,
            PointColumns = detail == PageDetail.Points ? [.. s_pointNames.Where((_, i) => pointColumns[i])] : null,
            Rows = detail == PageDetail.Points
                ? [.. table.Rows.Zip(points, static (row, rowPoints) => (IReadOnlyList<object?>)[.. row, rowPoints])]
                : [.. table.Rows],
            Texts = detail == PageDetail.Text ? texts : null,
            NextCursor = wasCut ? stream.Pages.CursorAt(page.First + count) : page.Next,
            Cut = wasCut ? "max_tokens" : page.Next is not null && count < size ? "waiting" : null,
            Totals = new StreamTotals { Matched = page.PathsSoFar, Read = stream.PathsSeen },
            Plan = page.First == 0 ? stream.Plan : null,
            Notes = notes.Count > 0 ? notes : null,
        };
    }

    /// <summary>The path as the tool prints it.</summary>
    public static string TextOf(TimingPath path)
    {
        var text = new TextBuffer();
        PathRenderer.Render(path, text);
        return Encoding.UTF8.GetString(text.Written);
    }

    private static object?[] RowOf(TimingPath path, long number, PageDetail detail)
    {
        object?[] row =
        [
            number,
            Slack(path.Slack),

            // Only where the slack does not say it.
            path.IsViolated == true && path.Slack >= 0 ? true : null,
            Text(path.StartpointPin),
            Text(path.EndpointPin),

            // The pin says the instance.
            path.StartpointPin.Length > 0 ? null : Text(path.Startpoint),
            path.EndpointPin.Length > 0 ? null : Text(path.Endpoint),
            Text(path.PathGroup),
            path.PathType.Word(),
            ClocksOf(path),
            Text(path.Corner),
            Text(path.Mode),
            path.Depth >= 0 ? path.Depth : null,
        ];
        return detail == PageDetail.Summary ? row[..^1] : row;
    }

    // Nearly always both are the group's own, which needs not be said twice more.
    private static string? ClocksOf(TimingPath path) => (path.LaunchClock, path.CaptureClock) switch
    {
        ("", "") => null,
        var (launch, capture) when launch == path.PathGroup && capture == path.PathGroup => null,
        var (launch, capture) => $"{launch} > {capture}",
    };

    private static string? Text(string text) => text.Length == 0 ? null : text;

    private static bool[] UsedPointColumns(Page page)
    {
        var used = new bool[s_pointNames.Length];
        foreach (PathChunk chunk in page.Chunks)
        {
            used[0] = used[1] = used[2] = used[3] = true;
            used[4] |= HasNumber(chunk.RowSlew);
            used[5] |= HasNumber(chunk.RowCapacitance);
            used[6] |= !chunk.RowFanout.IsEmpty && chunk.RowFanout.ContainsAnyExcept(-1);
        }

        return used;
    }

    private static bool HasNumber(ReadOnlySpan<double> column)
    {
        foreach (double number in column)
        {
            if (!double.IsNaN(number))
            {
                return true;
            }
        }

        return false;
    }

    private static object?[][] PointsOf(TimingPath path, bool[] used) => [.. path.DataPoints.Select(point =>
    {
        object?[] all =
        [
            point.Name,
            point.Cell,
            point.Transition.Word(),
            Number(point.Delay),
            Number(point.Slew),
            Number(point.Capacitance),
            point.Fanout,
        ];
        return (object?[])[.. all.Where((_, i) => used[i])];
    })];

    private static double? Number(double value) => double.IsNaN(value) ? null : value;

    // An exact slack has more digits than an agent needs.
    private static double? Slack(double value) =>
        double.IsFinite(value) && value != 0
            ? Math.Round(value, Math.Clamp(5 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 15))
            : Number(value);
}
