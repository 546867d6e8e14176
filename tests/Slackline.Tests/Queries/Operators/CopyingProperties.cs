using System.Text;
using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Reports.Reading;
using Slackline.Tests.Reports;
using Slackline.Tests.Reports.Paths;
using Slackline.Tests.Reports.Properties;
using Slackline.Timing;

namespace Slackline.Tests.Queries.Operators;

/// <summary>A path that is copied to another chunk is the same path.</summary>
public class CopyingProperties
{
    [Fact]
    [Property]
    public void A_copy_holds_the_same_and_prints_the_same_bytes() => Gen.Select(PathSpecGen.Any.Array[1, 6], PathSpecGen.Any.Array[1, 6], Gen.Select(Gen.Bool, Gen.Int[0, 5]).Array[1, 20]).Holds(
        static (first, second, picks) =>
        {
            PathChunk[] sources = [Read(first), Read(second)];
            var copies = new PathChunk();
            List<TimingPath> originals = [];
            foreach ((bool isSecond, int place) in picks)
            {
                PathChunk source = sources[isSecond ? 1 : 0];
                originals.Add(source[place % source.Count]);
                copies.Append(source, place % source.Count);
            }

            AssertSame(originals, copies);

            // What is in the chunk's maps now must not be believed when its content, and that of a source, are others.
            PathChunk again = sources[0];
            again.Clear();
            Fill(again, second);
            copies.Clear();
            copies.Append(again, 0);
            copies.Append(copies, 0);
            AssertSame([sources[1][0], sources[1][0]], copies);
        },
        iter: 200);

    [Fact]
    public void Many_sources_in_turn_are_copied_rightly()
    {
        PathChunk[] sources = [.. Enumerable.Range(0, 150).Select(static i =>
        {
            var chunk = new PathChunk();
            for (int j = 0; j < 5; j++)
            {
                new OperatorSample($"r{i}", $"r{i * j}", "clk", $"c{i % 7}", "clk", i - j, 3, i % 2 == 0).AppendTo(chunk, (i * 5) + j);
            }

            return chunk;
        })];
        var copies = new PathChunk();
        List<TimingPath> originals = [];
        for (int j = 0; j < 5; j++)
        {
            foreach (PathChunk source in sources)
            {
                originals.Add(source[j]);
                copies.Append(source, j);
            }
        }

        AssertSame(originals, copies);
    }

    [Theory]
    [InlineData("corpus/opensta")]
    [InlineData("corpus/openroad")]
    [InlineData("captures")]
    public void Copies_of_the_shared_reports_print_the_same_bytes(string directory)
    {
        string shared = SharedReports.Find(directory);
        Assert.SkipWhen(shared.Length == 0, $"../shared/{directory} is not there");
        var copies = new PathChunk();
        var formats = new HashSet<PathFormat>();
        foreach (string file in Directory.EnumerateFiles(shared, "*", SearchOption.AllDirectories))
        {
            var parser = new OpenStaStreamParser(new MemoryStream(File.ReadAllBytes(file)), new DiscardSink(), TimingUnits.Default);
            var chunk = new PathChunk();
            bool hasMore = true;
            while (hasMore)
            {
                chunk.Clear();
                hasMore = parser.Fill(chunk, TestContext.Current.CancellationToken);
                for (int i = 0; i < chunk.Count; i++)
                {
                    if (!copies.CanAppend(chunk))
                    {
                        copies.Clear();
                    }

                    copies.Append(chunk, i);
                    formats.Add(chunk.Format[i]);
                    AssertSame(chunk[i], copies[copies.Count - 1]);
                }
            }
        }

        TestContext.Current.SendDiagnosticMessage(string.Join(' ', formats));
    }

    [Fact]
    public void Json_needs_its_units_and_keeps_them()
    {
        string json = JsonSamples.List(JsonSamples.Check);
        PathChunk nanoseconds = ReadJson(json, TimingUnits.Default);
        PathChunk picoseconds = ReadJson(json, new TimingUnits(1e-12, 1e-15));
        Assert.Equal((1, 1), (nanoseconds.Count, picoseconds.Count));
        var copies = new PathChunk();
        copies.Append(picoseconds, 0);
        AssertSame(picoseconds[0], copies[0]);
        Assert.True(copies.CanAppend(picoseconds));
        Assert.False(copies.CanAppend(nanoseconds));
        copies.Clear();
        Assert.True(copies.CanAppend(nanoseconds));
    }

    [Fact]
    public void A_small_chunk_grows_its_rows_and_not_its_paths()
    {
        PathChunk large = SampleReport.Large();
        PathChunk small = PathChunk.WithRoomFor(3);
        Assert.InRange(small.SizeInBytes, 1, 60_000);
        for (int i = 0; i < 3; i++)
        {
            Assert.True(small.CanAppend(large));
            small.Append(large, i);
        }

        Assert.True(small.IsFull);
        AssertSame([large[0], large[1], large[2]], small);
    }

    private static PathChunk ReadJson(string text, TimingUnits units)
    {
        var chunk = new PathChunk();
        new OpenStaStreamParser(new MemoryStream(Encoding.UTF8.GetBytes(text)), new DiscardSink(), units).Fill(chunk, TestContext.Current.CancellationToken);
        return chunk;
    }

    private static PathChunk Read(PathSpec[] specs)
    {
        var chunk = new PathChunk();
        Fill(chunk, specs);
        return chunk;
    }

    private static void Fill(PathChunk chunk, PathSpec[] specs) =>
        BlockRecorder.Read(string.Concat(specs.Select(static spec => PathSpecWriter.Print(spec, false))).Latin1Bytes(), chunk: chunk);

    private static void AssertSame(List<TimingPath> originals, PathChunk copies)
    {
        Assert.Equal(originals.Count, copies.Count);
        for (int i = 0; i < copies.Count; i++)
        {
            AssertSame(originals[i], copies[i]);
        }
    }

    private static void AssertSame(TimingPath original, TimingPath copy)
    {
        Assert.Equal(PathColumns.Of(original), PathColumns.Of(copy));
        Assert.Equal(Bytes(original), Bytes(copy));
    }

    private static byte[] Bytes(TimingPath path)
    {
        var output = new TextBuffer();
        PathRenderer.RenderWithBlankLines(path, output);
        return output.Written.ToArray();
    }
}
