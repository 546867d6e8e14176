using CsCheck;
using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Tests.Reports.Properties;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>What holds of every list, whatever is in it.</summary>
public class PathListProperties
{
    [Fact]
    [Property]
    public void A_printed_list_is_read_as_the_same_paths() => Gen.Select(ListSpecGen.Any, Gen.Bool).Holds(
        static (spec, carriageReturns) =>
        {
            PathChunk expected = ListSpecWriter.Build(spec, carriageReturns);
            var read = new PathChunk();
            List<BlockRecorder.Block> blocks = BlockRecorder.Read(ListSpecWriter.Print(spec, carriageReturns).Latin1Bytes(), chunk: read).Blocks;
            Assert.Equal(spec.Heading with { CarriageReturns = carriageReturns }, Assert.IsAssignableFrom<PathListHeading>(blocks[0].Report));
            Assert.Equal(spec.Rows.Count, read.Count);
            Assert.Equal(Paths(expected), Paths(read));
            Assert.All(blocks, static block => Assert.NotEqual(BlockKind.Verbatim, block.Kind));
        },
        iter: 3_000,
        print: static sample => ListSpecWriter.Print(sample.Item1, sample.Item2));

    private static IEnumerable<List<string>> Paths(PathChunk chunk) => Enumerable.Range(0, chunk.Count).Select(i => PathColumns.Of(chunk[i]));
}
