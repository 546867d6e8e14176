using CsCheck;
using Slackline.Reports.Reading;
using Slackline.Tests.Reports.Properties;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>A path means the same in JSON, in seconds and farads, as in text, in the library's units.</summary>
public class JsonAndTextTests
{
    // Half of a last digit in JSON's numbers, which have four figures.
    private const double JsonPrecision = 5.1e-4;

    [Fact]
    public void JSON_and_text_of_a_path_give_equal_paths()
    {
        TimingPath json = Assert.Single(Read(JsonSamples.Check.Latin1Bytes()));
        TimingPath text = Assert.Single(Read(JsonSamples.CheckAsText.Latin1Bytes()));
        AssertAgree(json, text);
        Assert.Equal(["_412_/Q", "_290_/X", "_412_/D"], text.DataPoints.Select(static point => point.Name));
    }

    [Theory]
    [InlineData("rc_json_max", "rc_full_max")]
    [InlineData("rc_json_min", "rc_full_min")]
    [InlineData("rc_json_min_max", "rc_full_min_max")]
    [InlineData("rc_json_max", "rc_full_clock_max")]
    public void JSON_and_text_of_one_command_give_equal_paths(string jsonReport, string textReport)
    {
        List<TimingPath> json = Read(Capture(jsonReport));
        List<TimingPath> text = Read(Capture(textReport));
        Assert.True(json.Count >= 30);
        Assert.Equal(json.Count, text.Count);
        foreach ((TimingPath first, TimingPath second) in json.Zip(text))
        {
            AssertAgree(first, second);
        }
    }

    [Fact]
    public void Slews_capacitances_and_nets_are_those_of_the_text()
    {
        Dictionary<string, TimingPath> json = Read(Capture("rc_json_max")).ToDictionary(DataPins);
        int compared = 0;
        foreach (TimingPath text in Read(Capture("rc_fields_slew_capacitance_net_fanout_input_pin")))
        {
            // The commands differ in how many paths they ask for.
            if (json.TryGetValue(DataPins(text), out TimingPath path))
            {
                AssertAgree(path, text);
                Assert.Equal(Nets(text), Nets(path).Where((net, i) => i == 0 || net != Nets(path)[i - 1]));
                compared++;
            }
        }

        Assert.True(compared >= 10, $"only {compared} paths are in both");
    }

    [Fact]
    [Property]
    public void A_path_read_from_text_is_the_same_when_JSON_says_it() => Gen.Select(PathSpecGen.Any.Where(HasTimes), JsonSpecGen.Units).Holds(
        static (spec, units) =>
        {
            TimingPath text = Assert.Single(Read(PathSpecWriter.Print(spec, carriageReturns: false).Latin1Bytes()));
            JsonSpec same = AsJson(text, units);
            TimingPath json = Assert.Single(Read(JsonSpecWriter.Print(same).Latin1Bytes(), units));
            Assert.Equal(Names(text), Names(json));
            Assert.Equal(text.PathType, json.PathType);
            AssertNear([text.Arrival, text.Required, text.Slack], [json.Arrival, json.Required, json.Slack]);
            int[] textRows = [.. PointRows(text)];
            int[] jsonRows = [.. PointRows(json)];
            Assert.Equal(textRows.Select(row => PinAndCell(text, row)), jsonRows.Select(row => PinAndCell(json, row)));
            foreach ((int ofText, int ofJson) in textRows.Zip(jsonRows))
            {
                AssertNear(Numbers(text, ofText), Numbers(json, ofJson));
            }
        },
        iter: 2_000,
        print: static sample => PathSpecWriter.Print(sample.Item1, carriageReturns: false));

    // In print, that is to the last digit of either. JSON names pins where text names instances, and shows an ideal clock's path, too.
    private static void AssertAgree(TimingPath json, TimingPath text)
    {
        double precision = 0.5 * Math.Pow(10, -text.Digits);
        Assert.Equal((text.PathGroup, text.PathType, text.LaunchClock, text.CaptureClock), (json.PathGroup, json.PathType, json.LaunchClock, json.CaptureClock));
        Assert.StartsWith(text.Startpoint, json.Startpoint, StringComparison.Ordinal);
        Assert.StartsWith(text.Endpoint, json.Endpoint, StringComparison.Ordinal);
        AssertPrinted(text.Arrival, json.Arrival);
        AssertPrinted(text.Required, json.Required);
        AssertPrinted(text.Slack, json.Slack);
        Dictionary<string, PathRow> points = json.DataPoints.Reverse().DistinctBy(static point => point.Name).ToDictionary(static point => point.Name);
        PathRow[] data = [.. text.DataPoints];
        Assert.True(data.Length > 1);
        foreach (PathRow point in data)
        {
            PathRow same = points[point.Name];
            Assert.Equal(point.Cell, same.Cell);
            AssertPrinted(point.Time, same.Time);
            AssertPrinted(point.Slew, same.Slew);
            AssertPrinted(point.Capacitance, same.Capacitance);
        }

        Assert.Equal(text.DataPoints.Last().Name, json.DataPoints.Last().Name);
        Assert.Equal((text.StartpointPin, text.EndpointPin, text.Depth), (json.StartpointPin, json.EndpointPin, json.Depth));

        void AssertPrinted(double ofText, double ofJson)
        {
            if (!double.IsNaN(ofText))
            {
                Assert.InRange(ofJson, ofText - precision - (JsonPrecision * Math.Abs(ofText)) - 1e-12, ofText + precision + (JsonPrecision * Math.Abs(ofText)) + 1e-12);
            }
        }
    }

    private static string DataPins(TimingPath path) => string.Join(' ', path.DataPoints.Select(static point => point.Name));

    // The nets that the data go through, one after another.
    private static string[] Nets(TimingPath path) =>
    [
        .. path.Rows.SkipWhile(row => path.Format == PathFormat.Json && row.Name != path.Startpoint).TakeWhile(static row => row.Kind != DescriptionKind.DataArrival)
            .Where(static row => row.Kind == DescriptionKind.Net).Select(static row => row.Name),
    ];

    // JSON has no way to say that a number is infinite.
    private static bool HasTimes(PathSpec spec) => spec is { Heading: not null, Table: { } table }
        && !double.IsInfinity(table.Arrival) && !double.IsInfinity(table.Required) && !double.IsInfinity(table.Slack);

    private static JsonSpec AsJson(TimingPath path, TimingUnits units)
    {
        PathChunk chunk = path.Chunk;
        string capture = Clock(chunk.EndpointDetail[path.Index]);
        string launch = Clock(chunk.StartpointDetail[path.Index]);
        var check = new JsonCheckSpec("check", Name(chunk.PathGroup[path.Index]), path.PathType, Name(chunk.Startpoint[path.Index]), Name(chunk.Endpoint[path.Index]))
        {
            SourceClock = launch.Length > 0 ? "rising-edge clock " + launch : null,
            TargetClock = capture.Length > 0 ? "falling-edge clock " + capture : null,
            Times = double.IsNaN(path.Slack) ? null : new JsonTimesSpec(path.Arrival, path.Required, path.Slack, 0, 0, null, null),
            DanglingComma = double.IsNaN(path.Slack),
        };
        List<JsonPointSpec> points =
        [
            .. PointRows(path).Select(row => new JsonPointSpec(
                "", chunk.Descriptions.Cell(chunk.RowDescription[row]).Latin1(), "", chunk.Descriptions.Name(chunk.RowDescription[row]).Latin1(),
                Numbers(path, row)[0], Numbers(path, row)[2] is var load && double.IsNaN(load) ? null : load, Numbers(path, row)[1])),
        ];

        // A path without a check arrives when its last point does.
        return double.IsNaN(path.Slack)
            ? new JsonSpec(check, [.. points, new JsonPointSpec("", "", "", "end", path.Arrival, null, 0)], 14, units)
            : new JsonSpec(check, points, 14, units);

        string Name(int id) => chunk.Names[id].Latin1();
        string Clock(int detail) => DetailParser.FindClock(chunk.Names[detail]).Latin1();
    }

    private static (string, string, string) Names(TimingPath path) =>
        (path.Chunk.Names[path.Chunk.Startpoint[path.Index]].Latin1(), path.Chunk.Names[path.Chunk.Endpoint[path.Index]].Latin1(), path.Chunk.Names[path.Chunk.PathGroup[path.Index]].Latin1());

    private static string PinAndCell(TimingPath path, int row) => path.Chunk.Descriptions[path.Chunk.RowDescription[row]].Latin1();

    // Time, slew and load. What every point in JSON has and a text may leave blank is 0.
    private static double[] Numbers(TimingPath path, int row)
    {
        PathChunk chunk = path.Chunk;
        double load = chunk.RowCapacitance.IsEmpty ? double.NaN : chunk.RowCapacitance[row];
        return [OrNothing(chunk.EffectiveTime(path.Index, row)), OrNothing(chunk.RowSlew.IsEmpty ? 0 : chunk.RowSlew[row]), double.IsInfinity(load) ? double.NaN : load];

        static double OrNothing(double value) => double.IsFinite(value) ? value : 0;
    }

    // The rows of points up to the arrival, without the row of the arrival.
    private static IEnumerable<int> PointRows(TimingPath path)
    {
        PathChunk chunk = path.Chunk;
        for (int row = chunk.FirstRow[path.Index]; row < chunk.FirstRow[path.Index + 1]; row++)
        {
            switch (chunk.RowDescription[row] is >= 0 and int id ? chunk.Descriptions.Kind(id) : DescriptionKind.Other)
            {
                case DescriptionKind.DataArrival:
                    yield break;
                case DescriptionKind.Pin when PinAndCell(path, row) != "end ()":
                    yield return row;
                    break;
            }
        }
    }

    private static void AssertNear(double[] expected, double[] actual) => Assert.All(expected.Zip(actual), static pair =>
    {
        if (double.IsNaN(pair.First))
        {
            Assert.True(double.IsNaN(pair.Second));
        }
        else
        {
            Assert.InRange(pair.Second, pair.First - (1e-13 * Math.Abs(pair.First)), pair.First + (1e-13 * Math.Abs(pair.First)));
        }
    });

    private static List<TimingPath> Read(byte[] report, TimingUnits? units = null)
    {
        var chunk = new PathChunk();
        new OpenStaStreamParser(new MemoryStream(report), new BlockRecorder(), units ?? TimingUnits.Default).Fill(chunk, TestContext.Current.CancellationToken);
        return [.. Enumerable.Range(0, chunk.Count).Select(i => chunk[i])];
    }

    private static byte[] Capture(string name)
    {
        string directory = SharedReports.Find("captures/opensta-3.1.0-gcd");
        Assert.SkipWhen(directory.Length == 0, "../shared/captures is not there");
        return File.ReadAllBytes(Path.Combine(directory, name + ".rpt"));
    }
}
