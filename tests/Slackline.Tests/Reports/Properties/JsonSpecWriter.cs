using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Puts paths in JSON into the model, and prints them with the product's own renderer.</summary>
internal static class JsonSpecWriter
{
    /// <summary>The path alone in a chunk.</summary>
    public static PathChunk Build(JsonSpec spec, bool carriageReturns = false, bool isFollowed = false)
    {
        PathChunk chunk = PathChunk.WithRoomFor(1);
        chunk.UseUnits(spec.Units);
        var heading = new PathHeading
        {
            Format = PathFormat.Json,
            Shape = (carriageReturns ? PathShape.CarriageReturns : 0) | (isFollowed ? PathShape.FollowedByComma : 0),
        };
        bool isPlaced = Sections(spec).SelectMany(static points => points).Any(static point => point.Place is not null);
        int layout = chunk.UseLayout(isPlaced ? JsonKeys.PlacedLayout : JsonKeys.Layout);
        if (spec.Keys == JsonKeySet.Old && Sections(spec).Any(static points => points.Count > 0))
        {
            heading.Shape |= PathShape.OldKeys;
        }

        if (spec.Check is { } check)
        {
            AddCheck(chunk, spec, check, ref heading);
            double arrival = check.Times?.Arrival ?? (spec.Path.Count > 0 ? spec.Path[^1].Arrival : double.NaN);
            chunk.CommitPath(heading, arrival, check.Times?.Required ?? double.NaN, check.Times?.Slack ?? double.NaN, layout, DigitsShown(spec));
        }
        else
        {
            heading.Shape |= spec.Keys == JsonKeySet.Inline ? PathShape.OpenedInline : 0;
            AddSection(chunk, spec, "path", spec.Path);
            chunk.CommitPath(heading, double.NaN, double.NaN, double.NaN, layout, DigitsShown(spec));
        }

        return chunk;
    }

    /// <summary>The path's text, Latin-1.</summary>
    public static string Print(JsonSpec spec, bool carriageReturns = false, bool isFollowed = false)
    {
        var output = new TextBuffer();
        PathRenderer.Render(Build(spec, carriageReturns, isFollowed)[0], output);
        return output.Written.Latin1();
    }

    /// <summary>A list of paths, Latin-1.</summary>
    public static string PrintList(IReadOnlyList<JsonSpec> specs) =>
        "{\"checks\": [\n" + string.Concat(specs.Select((spec, i) => Print(spec, isFollowed: i < specs.Count - 1))) + "]\n}\n";

    private static void AddCheck(PathChunk chunk, JsonSpec spec, JsonCheckSpec check, ref PathHeading heading)
    {
        heading.Shape |= PathShape.Headed | (check.DanglingComma ? PathShape.DanglingComma : 0);
        heading.PathGroup = Intern(check.Group);
        heading.PathType = check.Side;
        heading.Startpoint = Intern(check.Startpoint);
        heading.Endpoint = Intern(check.Endpoint);
        heading.StartpointDetail = check.SourceClock is { } source ? Intern(source) : PathChunk.NoName;
        heading.EndpointDetail = Intern(check.TargetClock is { } target ? $"{check.Type} against {target}" : check.Type);
        if (check.SourceClockPath is { } sourceClockPath)
        {
            AddSection(chunk, spec, "source_clock_path", sourceClockPath);
        }

        AddSection(chunk, spec, "source_path", spec.Path);
        if (check.TargetClockPath is { } targetClockPath)
        {
            AddSection(chunk, spec, "target_clock_path", targetClockPath);
        }

        if (check.Times is { } times)
        {
            AddField("multi_cycle_path", times.Cycles);
            AddField("path_delay", times.PathDelay);
            AddField("crpr", times.Pessimism);
            AddField("margin", times.Margin);
        }

        int Intern(string text) => chunk.Names.Intern(text.Latin1Bytes());

        void AddField(string name, double? value)
        {
            if (value is { } number)
            {
                chunk.SetNumber(chunk.AddRow(RowForm.Field, chunk.Descriptions.Intern(name.Latin1Bytes())), ColumnKind.Delay, number);
            }
        }
    }

    private static void AddSection(PathChunk chunk, JsonSpec spec, string name, IReadOnlyList<JsonPointSpec> points)
    {
        chunk.AddRow(RowForm.Section, Describe(name));
        foreach (JsonPointSpec point in points)
        {
            int row = chunk.AddRow(RowForm.Point, Describe($"{point.Pin} ({point.Cell})"));
            chunk.SetTime(row, point.Arrival);
            chunk.SetNumber(row, ColumnKind.Capacitance, point.Capacitance ?? double.NaN);
            chunk.SetNumber(row, ColumnKind.Slew, point.Slew);
            if (spec.Keys is JsonKeySet.New or JsonKeySet.Old)
            {
                chunk.SetInstance(row, chunk.Names.Intern(point.Instance.Latin1Bytes()));
                chunk.SetAttribute(row, chunk.Names.Intern(point.Source.Latin1Bytes()));
            }

            if (point.Place is { } place)
            {
                chunk.SetNumber(row, ColumnKind.X, place.X);
                chunk.SetNumber(row, ColumnKind.Y, place.Y);
            }

            if (point.Net is { } net)
            {
                chunk.AddRow(RowForm.PointNet, Describe($"{net} (net)"));
            }

            foreach (string pin in point.HierarchicalPins)
            {
                chunk.AddRow(RowForm.HierarchicalPin, Describe(pin));
            }
        }

        chunk.AddRow(RowForm.SectionEnd, name is "source_path" or "path" ? Describe("data arrival time") : -1);

        int Describe(string text) => chunk.Descriptions.Intern(text.Latin1Bytes());
    }

    // Without a number nothing shows the digits.
    private static int DigitsShown(JsonSpec spec) => spec.Check?.Times is not null || Sections(spec).Any(static points => points.Count > 0) ? spec.Digits : 0;

    private static IEnumerable<IReadOnlyList<JsonPointSpec>> Sections(JsonSpec spec) =>
        [spec.Check?.SourceClockPath ?? [], spec.Path, spec.Check?.TargetClockPath ?? []];
}
