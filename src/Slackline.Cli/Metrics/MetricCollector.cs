using System.Globalization;
using System.Text;
using Slackline.Reports;
using Slackline.Reports.Checks;
using Slackline.Reports.Design;
using Slackline.Reports.Files;
using Slackline.Timing;

namespace Slackline.Cli.Metrics;

/// <summary>
/// Gathers the numbers that reports, and the lines of flows between them, say of whole designs. Where a second value comes for the same
/// place, a new row begins: no number replaces another.
/// </summary>
internal sealed class MetricCollector : IReportSink
{
    private static readonly string[] s_prefixes = ["%OL_METRIC_F ", "%OL_METRIC_I ", "%OL_METRIC ", "STA_METRIC ", "STA_METRIC: ",
        "Writing metric "];

    // Names of the files of one step that say nothing of which step it is.
    private static readonly HashSet<string> s_partsOfStep = ["max", "min", "wns", "tns", "ws", "sta", "checks", "power", "skew", "clock",
        "tr", "violator_list", "summary", "unpropagated"];

    private readonly List<MetricRow> _rows = [];
    private readonly Dictionary<(string, string), MetricRow> _open = [];
    private readonly Dictionary<string, string> _whereOfFile = new(StringComparer.Ordinal);

    /// <summary>The rows, in the order in which they began.</summary>
    public IReadOnlyList<MetricRow> Rows => _rows;

    /// <inheritdoc/>
    public void Accept(in ReportBlock block)
    {
        ReportContext context = block.Context ?? ReportContext.None;
        switch (block.Report)
        {
            case SlackSummary slack:
                Add(context, NameOf(slack, context), slack.Value);
                break;
            case PowerReport power:
                Add(context, MetricName.Power, power.Total.Power.Total);
                break;
            case PowerJsonReport power when power.Groups.Count > 0:
                Add(context, MetricName.Power, power.Groups[^1].Power.Total);
                break;
            case ClockSkew skew when skew.Source is not null:
                AddWorst(
                    context,
                    skew.PathType == PathType.Min || (skew.PathType == PathType.Unknown && MetricNames.IsHold(context.Section))
                        ? MetricName.HoldSkew
                        : MetricName.SetupSkew, skew.Skew);
                break;
            case null when block.Kind == BlockKind.Verbatim:
                ReadLine(block.Text, context);
                break;
        }
    }

    private static MetricName NameOf(SlackSummary slack, ReportContext context)
    {
        bool isHold = slack.PathType == PathType.Min
            || (slack.PathType == PathType.Unknown && (MetricNames.IsHold(context.Section) || MetricNames.IsHold(
                Path.GetFileName(context.File))));
        return slack.Measure switch
        {
            SlackMeasure.TotalNegativeSlack => isHold ? MetricName.HoldTns : MetricName.SetupTns,
            SlackMeasure.WorstNegativeSlack => isHold ? MetricName.HoldWns : MetricName.SetupWns,
            _ => isHold ? MetricName.HoldWorstSlack : MetricName.SetupWorstSlack,
        };
    }

    private void ReadLine(ReadOnlySpan<byte> text, ReportContext context)
    {
        // All of these lines are short.
        if (text.Length is < 5 or > 400)
        {
            return;
        }

        string line = Encoding.UTF8.GetString(text).TrimEnd('\r', '\n');
        string? prefix = Array.Find(s_prefixes, prefix => line.StartsWith(prefix, StringComparison.Ordinal));
        if (prefix is not null)
        {
            AddMetric(context, line[prefix.Length..]);
            return;
        }

        int space = line.LastIndexOf(' ');
        if (space <= 0 || !TryRead(line[(space + 1)..], out double value))
        {
            return;
        }

        string before = line[..space];
        if (MetricNames.OfCount(before) is { } count)
        {
            Add(context, count, value);
        }
        else if (before.EndsWith(':') && !before.Contains(' ', StringComparison.Ordinal)
            && MetricNames.OfHeading(context.Section) is { } name)
        {
            // CORNER: value
            Add(context with { Corner = before[..^1] }, name, value);
        }
    }

    // NAME VALUE, NAME: VALUE or NAME=VALUE, where the name may end in the corner.
    private void AddMetric(ReportContext context, string text)
    {
        int separator = text.IndexOfAny([' ', '=']);
        if (separator <= 0)
        {
            return;
        }

        string name = text[..separator].TrimEnd(':');
        string value = text[(separator + 1)..].Trim();
        const string OfCorner = "__corner:";
        int corner = name.IndexOf(OfCorner, StringComparison.Ordinal);
        if (corner >= 0)
        {
            context = context with { Corner = name[(corner + OfCorner.Length)..] };
            name = name[..corner];
        }

        if (MetricNames.OfMetric(name) is { } known && TryRead(value, out double number))
        {
            Add(context, known, number);
            return;
        }

        RowOf(context, row => !row.Others.TryGetValue(name, out string? other) || other == value).Others[name] = value;
    }

    private static bool TryRead(string text, out double value)
    {
        value = text.ToLowerInvariant() switch
        {
            "inf" or "infinity" => double.PositiveInfinity,
            "-inf" or "-infinity" => double.NegativeInfinity,
            _ => double.NaN,
        };
        return !double.IsNaN(value) || double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    private void Add(ReportContext context, MetricName name, double value) =>
        RowOf(context, row => !row.Values.TryGetValue(name, out double other) || other.Equals(value)).Values[name] = value;

    // Of several clocks, the largest skew counts.
    private void AddWorst(ReportContext context, MetricName name, double value)
    {
        MetricRow row = RowOf(context, static _ => true);
        row.Values[name] = row.Values.TryGetValue(name, out double other) && Math.Abs(other) > Math.Abs(value) ? other : value;
    }

    private MetricRow RowOf(ReportContext context, Predicate<MetricRow> hasRoom)
    {
        (string, string) key = (WhereOf(context), context.Corner);
        if (!_open.TryGetValue(key, out MetricRow? row) || !hasRoom(row))
        {
            row = new MetricRow(key.Item1, key.Item2);
            _rows.Add(row);
            _open[key] = row;
        }

        return row;
    }

    private string WhereOf(ReportContext context)
    {
        if (!_whereOfFile.TryGetValue(context.File, out string? where))
        {
            where = WhereOf(context.File);
            _whereOfFile.Add(context.File, where);
        }

        // "finish report_wns": the word before the command is the stage.
        int command = context.Section.IndexOf(" report_", StringComparison.Ordinal);
        string stage = command > 0 ? context.Section[..command] : "";
        return stage.Length == 0 ? where : where.Length == 0 ? stage : $"{where}, {stage}";
    }

    // 31-rcx_sta.max.rpt and 31-rcx_sta.wns.rpt are of one step, and so is all that lies in one directory's corners.
    private static string WhereOf(string file)
    {
        if (file.Length == 0)
        {
            return "";
        }

        string directory = Path.GetDirectoryName(file) ?? "";
        if (CornerNames.FromDirectoryOf(file).Length > 0)
        {
            return Path.GetDirectoryName(directory) is { Length: > 0 } step ? step : ".";
        }

        string name = Path.GetFileName(file);
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        name = dot > 0 ? name[..dot] : name;
        return s_partsOfStep.Contains(name) ? directory.Length > 0 ? directory : "." : Path.Combine(directory, name);
    }
}
