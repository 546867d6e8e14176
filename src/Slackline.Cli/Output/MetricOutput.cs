using System.Globalization;
using System.Text.Json;
using Slackline.Cli.Metrics;

namespace Slackline.Cli.Output;

/// <summary>Prints what reports say of whole designs.</summary>
internal static class MetricOutput
{
    /// <summary>A table with the numbers that at least one row has.</summary>
    public static void WriteTable(IReadOnlyList<MetricRow> rows, TextWriter output)
    {
        MetricName[] columns = [.. Enum.GetValues<MetricName>().Where(name => rows.Any(row => row.Values.ContainsKey(name)))];
        List<string[]> cells = [["Step", "Corner", .. columns.Select(Title)]];
        cells.AddRange(rows.Where(static row => row.Values.Count > 0).Select(row => (string[])
        [
            row.Where, row.Corner, .. columns.Select(name => row.Values.TryGetValue(name, out double value) ? Text(name, value) : "-"),
        ]));
        int[] widths = [.. cells[0].Select((_, i) => cells.Max(row => row[i].Length))];
        foreach (string[] row in cells)
        {
            output.WriteLine(
                string.Join("  ", row.Select((cell, i) => i < 2 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
        }

        int others = rows.Sum(static row => row.Others.Count);
        if (others > 0)
        {
            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"and {others:N0} other metrics of the flow: --format ndjson has them."));
        }

        output.Flush();
    }

    /// <summary>An object a row.</summary>
    public static void WriteLines(IReadOnlyList<MetricRow> rows, Stream output)
    {
        using var lines = new JsonLineWriter(output);
        foreach (MetricRow row in rows)
        {
            lines.BeginLine();
            lines.WriteText("step", row.Where);
            lines.WriteText("corner", row.Corner);
            foreach ((MetricName name, double value) in row.Values)
            {
                lines.WriteNumber(JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString()), value);
            }

            if (row.Others.Count > 0)
            {
                lines.Json.WriteStartObject("metrics");
                foreach ((string name, string value) in row.Others)
                {
                    lines.WriteText(name, value);
                }

                lines.Json.WriteEndObject();
            }

            lines.EndLine();
        }

        lines.Flush();
    }

    private static string Title(MetricName name) => name switch
    {
        MetricName.SetupWns => "Setup WNS",
        MetricName.SetupTns => "TNS",
        MetricName.SetupWorstSlack => "Worst slack",
        MetricName.SetupViolations => "Violations",
        MetricName.HoldWns => "Hold WNS",
        MetricName.HoldTns => "TNS",
        MetricName.HoldWorstSlack => "Worst slack",
        MetricName.HoldViolations => "Violations",
        MetricName.SlewViolations => "Slew viol.",
        MetricName.CapacitanceViolations => "Cap viol.",
        MetricName.FanoutViolations => "Fanout viol.",
        MetricName.SetupSkew => "Setup skew",
        MetricName.HoldSkew => "Hold skew",
        _ => "Power [W]",
    };

    private static string Text(MetricName name, double value) =>
        double.IsInfinity(value) ? value > 0 ? "INF" : "-INF"
        : name == MetricName.Power ? value.ToString("0.###e-00", CultureInfo.InvariantCulture)
        : value.ToString("0.#########", CultureInfo.InvariantCulture);
}
