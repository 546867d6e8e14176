using System.Runtime.CompilerServices;
using System.Text;
using CsCheck;
using Slackline.Queries.Operators;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Timing;

namespace Slackline.Tests.Queries.Operators;

/// <summary>A path of which operators can tell something.</summary>
/// <param name="Startpoint">Instance or port.</param>
/// <param name="Endpoint">Instance or port.</param>
/// <param name="Group">Path group; empty for none.</param>
/// <param name="LaunchClock">Empty for none.</param>
/// <param name="CaptureClock">Empty for none.</param>
/// <param name="Slack">In hundredths; null for an unconstrained path.</param>
/// <param name="Depth">How many points.</param>
/// <param name="HasFields">Whether its table has a Slew and a Fanout column.</param>
internal sealed record OperatorSample(string Startpoint, string Endpoint, string Group, string LaunchClock, string CaptureClock, int? Slack, int Depth, bool HasFields)
{
    private static readonly TableLayout s_plain = new([new(ColumnKind.Delay, "Delay", 8), new(ColumnKind.Time, "Time", 8), new(ColumnKind.Edge, "", 1), new(ColumnKind.Description, "Description", 36)]);

    private static readonly TableLayout s_fields = new(
    [
        new(ColumnKind.Fanout, "Fanout", 6), new(ColumnKind.Slew, "Slew", 8), new(ColumnKind.Delay, "Delay", 8), new(ColumnKind.Time, "Time", 8), new(ColumnKind.Edge, "", 1),
        new(ColumnKind.Description, "Description", 36),
    ]);

    /// <summary>Any path, out of so few values that many paths have some in common.</summary>
    public static Gen<OperatorSample> Any { get; } = Gen.Select(
        Gen.OneOf("r1", "r2", "core/r3", "in1", "ä"),
        Gen.OneOf("r1", "r10", "core/r3", "out1", "core/alu/r4"),
        Gen.OneOf("clk", "io", ""),
        Gen.OneOf("", "clk", "clk2"),
        Gen.OneOf("", "clk", "clk2"),
        Gen.Frequency((6, Gen.Int[-20, 20].Select(static int? (slack) => slack)), (1, Gen.Const((int?)null))),
        Gen.Int[1, 4],
        Gen.Bool,
        static (startpoint, endpoint, group, launch, capture, slack, depth, hasFields) =>
            new OperatorSample(startpoint, endpoint, group, launch, capture, slack, depth, hasFields));

    /// <summary>Streams as their chunks, some of them empty or of one path.</summary>
    public static Gen<OperatorSample[][]> Chunks { get; } = Any.Array[0, 25].Array[0, 6];

    /// <summary>All paths, each told from the others by its arrival, in chunks that stay.</summary>
    public static IReadOnlyList<TimingPath> Paths(OperatorSample[][] stream)
    {
        int number = 0;
        return [.. stream.SelectMany(samples =>
        {
            var chunk = new PathChunk();
            foreach (OperatorSample sample in samples)
            {
                sample.AppendTo(chunk, number++);
            }

            return Enumerable.Range(0, chunk.Count).Select(i => chunk[i]).ToArray();
        })];
    }

    /// <summary>The same paths as a stream gives them: in one chunk that is filled again and again.</summary>
    public static PathSequence Recycled(OperatorSample[][] stream) => RecycledAsync(stream, CancellationToken.None).AsPaths();

    /// <summary>Paths without end, in full chunks.</summary>
    public static PathSequence Endless(Func<int, OperatorSample> sample) => EndlessAsync(sample, CancellationToken.None).AsPaths();

    private static async IAsyncEnumerable<PathChunk> RecycledAsync(OperatorSample[][] stream, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chunk = new PathChunk();
        int number = 0;
        foreach (OperatorSample[] samples in stream)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (OperatorSample sample in samples)
            {
                sample.AppendTo(chunk, number++);
            }

            if (number % 3 == 0)
            {
                await Task.Yield();
            }

            yield return chunk;
            chunk.Clear();
        }
    }

    private static async IAsyncEnumerable<PathChunk> EndlessAsync(Func<int, OperatorSample> sample, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var chunk = new PathChunk();
        for (int number = 0; ; number++)
        {
            sample(number).AppendTo(chunk, number);
            if (chunk.IsFull)
            {
                cancellation.ThrowIfCancellationRequested();
                await Task.Yield();
                yield return chunk;
                chunk.Clear();
            }
        }
    }

    /// <summary>A plain path of which only the slack matters, in hundredths.</summary>
    public static OperatorSample OfSlack(int slack) => new("r1", "r2", "clk", "clk", "clk", slack, 2, false);

    /// <summary>The path in full: what it prints, which tells it from all others.</summary>
    public static string Text(TimingPath path)
    {
        var output = new TextBuffer();
        PathRenderer.RenderWithBlankLines(path, output);
        return Encoding.UTF8.GetString(output.Written);
    }

    /// <summary>Reads a sequence as operators do, and as chunks, and finds the same paths in both.</summary>
    public static async Task<List<string>> ReadBothWaysAsync(Func<PathSequence> sequence)
    {
        List<string> selected = await ReadAsync(sequence());
        var chunked = new List<string>();
        await foreach (PathChunk chunk in sequence())
        {
            Assert.NotEqual(0, chunk.Count);
            chunked.AddRange(Enumerable.Range(0, chunk.Count).Select(i => Text(chunk[i])));
        }

        Assert.Equal(selected, chunked);
        return selected;
    }

    /// <summary>The paths of a sequence.</summary>
    public static async Task<List<string>> ReadAsync(PathSequence sequence)
    {
        var paths = new List<string>();
        await foreach (PathSelection selection in sequence.ReadSelectionsAsync(TestContext.Current.CancellationToken))
        {
            Assert.NotEqual(0, selection.Count);
            paths.AddRange(Enumerable.Range(0, selection.Count).Select(i => Text(selection[i])));
        }

        return paths;
    }

    /// <summary>Appends the path to a chunk.</summary>
    public void AppendTo(PathChunk chunk, int number)
    {
        chunk.UseUnits(TimingUnits.Default);
        int layout = chunk.UseLayout(HasFields ? s_fields : s_plain);
        var heading = new PathHeading
        {
            Startpoint = Name(Startpoint),
            StartpointDetail = Name(LaunchClock.Length == 0 ? "input port" : "rising edge-triggered flip-flop clocked by " + LaunchClock),
            Endpoint = Name(Endpoint),
            EndpointDetail = Name(CaptureClock.Length == 0 ? "output port" : "rising edge-triggered flip-flop clocked by " + CaptureClock),
            PathGroup = Name(Group),
            PathType = PathType.Max,
            Shape = PathShape.Headed,
            Verdict = Slack is not { } shown ? SlackVerdict.None : shown < 0 ? SlackVerdict.Violated : SlackVerdict.Met,
            BlankLinesBefore = number % 3,
        };
        for (int i = 0; i < Depth; i++)
        {
            RowCells cells = RowCells.Blank;
            cells.Numbers[RowCells.Delay] = i / 100.0;
            cells.Numbers[RowCells.Time] = i / 100.0;
            cells.Transition = i % 2 == 0 ? Transition.Rise : Transition.Fall;
            if (HasFields)
            {
                cells.Fanout = i + 1;
                cells.Numbers[RowCells.Slew] = number % 7 / 100.0;
            }

            chunk.AddRow(cells, chunk.Descriptions.Intern(Encoding.UTF8.GetBytes($"{(i == Depth - 1 ? Endpoint : Startpoint)}/p{i} (CELL_X{i})")));
        }

        Row("data arrival time");
        double arrival = number / 100.0;
        if (Slack is not { } slack)
        {
            chunk.AddRow(RowForm.Separator, -1);
            chunk.AddRow(RowForm.Sentence, chunk.Descriptions.Intern("(Path is unconstrained)"u8));
            chunk.CommitPath(heading, arrival, double.NaN, double.NaN, layout, 2);
            return;
        }

        chunk.AddRow(RowForm.Blank, -1);
        Row("data required time");
        chunk.AddRow(RowForm.Separator, -1);
        Row("data required time");
        Row("data arrival time");
        chunk.AddRow(RowForm.Separator, -1);
        Row(slack < 0 ? "slack (VIOLATED)" : "slack (MET)");
        chunk.CommitPath(heading, arrival, (number + slack) / 100.0, slack / 100.0, layout, 2);

        int Row(string description) => chunk.AddRow(RowForm.Cells, chunk.Descriptions.Intern(Encoding.UTF8.GetBytes(description)));

        int Name(string name) => name.Length == 0 ? PathChunk.NoName : chunk.Names.Intern(Encoding.UTF8.GetBytes(name));
    }
}
