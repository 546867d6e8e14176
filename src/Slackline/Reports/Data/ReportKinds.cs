using System.Text.Json;

namespace Slackline.Reports.Data;

/// <summary>Names kinds of reports: <c>power</c>, <c>check_table</c>, <c>slack_summary</c> ...</summary>
internal static class ReportKinds
{
    /// <summary>The name of a report's kind, made from the name of its model.</summary>
    public static string NameOf(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return NameOf(report.GetType());
    }

    /// <summary>The names of all kinds other than headings, in alphabetical order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(Report).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(Report)) && !type.IsAbstract
                && !type.IsSubclassOf(typeof(Headings.FlowHeading)) && !type.IsSubclassOf(typeof(Paths.PathListHeading))
                && type != typeof(Paths.JsonListHeading) && type != typeof(Paths.JsonListEnd))
            .Select(NameOf)
            .Order(StringComparer.Ordinal),
    ];

    private static string NameOf(Type report)
    {
        string name = report.Name;
        return JsonNamingPolicy.SnakeCaseLower.ConvertName(
            name.EndsWith("Report", StringComparison.Ordinal) ? name[..^"Report".Length] : name);
    }
}
