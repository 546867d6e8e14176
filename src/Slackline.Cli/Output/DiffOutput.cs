using System.Globalization;
using Slackline.Queries.Aggregates;
using Slackline.Service.Comparisons;
using Slackline.Timing;

namespace Slackline.Cli.Output;

/// <summary>Prints what changed between two sources, endpoint by endpoint.</summary>
internal sealed class DiffOutput(ComparedPaths before, ComparedPaths after, EndpointChanges changes, IReadOnlyList<string> names)
{
    private readonly int _digits = Math.Max(before.Digits, after.Digits);

    // The worst first.
    private static IEnumerable<EndpointChangeKind> Kinds =>
        [EndpointChangeKind.New, EndpointChangeKind.Worse, EndpointChangeKind.Better, EndpointChangeKind.Fixed];

    /// <summary>The totals of both, then the most changed endpoints of each kind.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="limit">The most endpoints of each kind.</param>
    /// <param name="width">The terminal's width; 0 where a line may be as long as it is.</param>
    /// <param name="hasColours">Whether what got worse is red and what got better green.</param>
    public void WriteTable(TextWriter output, int limit, int width, bool hasColours)
    {
        (string Name, EndpointSlacks Slacks)[] sides = [($"before: {names[0]}", before.Slacks), ($"after: {names[1]}", after.Slacks)];
        int first = sides.Max(static side => side.Name.Length);
        first = width > 0 ? Math.Min(first, Math.Max(20, width - 45)) : first;
        output.WriteLine($"{new string(' ', first)}  Endpoints  Violating        WNS          TNS");
        foreach ((string name, EndpointSlacks slacks) in sides)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{TableWidths.Shorten(name, first).PadRight(first)}  {slacks.Slacks.Count,9:N0}  {slacks.Violating,9:N0}  {Text(slacks.Wns),9}  {Text(slacks.Tns),11}"));
        }

        foreach (EndpointChangeKind kind in Kinds)
        {
            WriteKind(kind, output, limit, width, hasColours);
        }

        output.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"\n{changes.Unchanged:N0} endpoints did not change, or violate in neither."));
        WriteNote(changes.OnlyBefore, "endpoints are only in the first, and count as not violating in the second.");
        WriteNote(changes.OnlyAfter, "endpoints are only in the second, and count as not violating in the first.");
        foreach ((string side, ComparedPaths paths) in new[] { ("before", before), ("after", after) })
        {
            if (paths.Note is { } note)
            {
                output.WriteLine($"{side}: {note}.");
            }
        }

        output.Flush();

        void WriteNote(long count, string note)
        {
            if (count > 0)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} {note}"));
            }
        }
    }

    /// <summary>An object for each endpoint that changed.</summary>
    public void WriteLines(Stream output)
    {
        using var lines = new JsonLineWriter(output);
        foreach ((EndpointChangeKind kind, EndpointChange change) in All())
        {
            lines.BeginLine();
            lines.WriteText("change", Word(kind));
            lines.WriteText("endpoint_pin", change.Endpoint);
            lines.WriteText("path_type", TypeOf(change));
            lines.WriteNumber("slack_before", change.Before ?? double.NaN);
            lines.WriteNumber("slack_after", change.After ?? double.NaN);
            lines.EndLine();
        }

        lines.Flush();
    }

    /// <summary>A line for each endpoint that changed, below one line of titles.</summary>
    public void WriteCsv(Stream output)
    {
        var lines = new CsvWriter(output);
        lines.WriteTitles(["change", "endpoint_pin", "path_type", "slack_before", "slack_after"]);
        foreach ((EndpointChangeKind kind, EndpointChange change) in All())
        {
            lines.WriteText(Word(kind));
            lines.WriteText(change.Endpoint);
            lines.WriteText(TypeOf(change));
            lines.WriteNumber(change.Before ?? double.NaN);
            lines.WriteNumber(change.After ?? double.NaN);
            lines.EndLine();
        }

        lines.Flush();
    }

    private void WriteKind(EndpointChangeKind kind, TextWriter output, int limit, int width, bool hasColours)
    {
        IReadOnlyList<EndpointChange> list = changes.Of(kind);
        (string on, string off) = !hasColours || list.Count == 0
            ? ("", "")
            : (kind is EndpointChangeKind.New or EndpointChangeKind.Worse ? "\u001b[31m" : "\u001b[32m", "\u001b[0m");
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n{on}{list.Count:N0} {Word(kind)}{off}{(list.Count > limit && limit > 0 ? $", the {limit:N0} most changed:" : "")}"));
        foreach (EndpointChange change in list.Take(limit))
        {
            string numbers = $"  {Text(change.Before),10}  {Text(change.After),10}  {TypeOf(change),-4}  ";
            output.WriteLine(
                numbers + (width > 0 ? TableWidths.Shorten(change.Endpoint, Math.Max(12, width - 1 - numbers.Length)) : change.Endpoint));
        }
    }

    private IEnumerable<(EndpointChangeKind Kind, EndpointChange Change)> All() =>
        Kinds.SelectMany(kind => changes.Of(kind).Select(change => (kind, change)));

    private static string Word(EndpointChangeKind kind) => kind switch
    {
        EndpointChangeKind.New => "new",
        EndpointChangeKind.Worse => "worse",
        EndpointChangeKind.Better => "better",
        _ => "fixed",
    };

    private static string TypeOf(EndpointChange change) => change.Type.Word() ?? "";

    private string Text(double? slack) =>
        slack is { } number ? number.ToString("F" + _digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : "-";
}
