using CsCheck;
using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>What holds of every path, whatever is in it.</summary>
public class PathRoundTripProperties
{
    [Fact]
    [Property]
    public void A_printed_path_is_read_as_the_same_path() => Gen.Select(PathSpecGen.Any, Gen.Bool).Holds(
        static (spec, carriageReturns) =>
        {
            PathChunk expected = PathSpecWriter.Build(spec, carriageReturns);
            byte[] text = PathSpecWriter.Print(spec, carriageReturns).Latin1Bytes();
            var read = new PathChunk();
            BlockRecorder.Block[] blocks = [.. BlockRecorder.Read(text, chunk: read).Blocks];
            Assert.Equal([BlockKind.Path, BlockKind.BlankLines], blocks.Select(static block => block.Kind));
            Assert.Equal(PathColumns.Of(expected[0]), PathColumns.Of(read[0]));
        },
        iter: 3_000,
        print: static sample => PathSpecWriter.Print(sample.Item1, sample.Item2));

    [Fact]
    [Property]
    public void Many_paths_in_one_chunk_do_not_mix() => PathSpecGen.Any.Array[2, 12].Holds(
        static specs =>
        {
            var read = new PathChunk();
            BlockRecorder.Read(string.Concat(specs.Select(static spec => PathSpecWriter.Print(spec, false))).Latin1Bytes(), chunk: read);
            Assert.Equal(specs.Length, read.Count);
            for (int i = 0; i < specs.Length; i++)
            {
                Assert.Equal(PathColumns.Of(PathSpecWriter.Build(specs[i], false)[0]), PathColumns.Of(read[i]));
                Assert.Equal(i == 0 ? 0 : 2, read.BlankLinesBefore[i]);
            }
        },
        iter: 300,
        print: static specs => string.Concat(specs.Select(static spec => PathSpecWriter.Print(spec, false))));
}
