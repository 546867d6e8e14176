using CsCheck;
using Slackline.Reports;

namespace Slackline.Tests.Reports.Properties;

/// <summary>What holds of every log, in whatever pieces it comes.</summary>
public class LogProperties
{
    private static readonly Gen<int[]> s_pieces = Gen.OneOf(
        Gen.Const(() => new[] { 1 }), Gen.Int[1, 20].Array[1, 20], Gen.Int[1, 2_000].Array[1, 20], Gen.OneOf(1, 2, 64, 10_000).Array[1, 20]);

    [Fact]
    [Property]
    public void Any_pieces_give_the_same_blocks() => Gen.Select(LogGen.Any, s_pieces).Holds(
        static (log, pieces) => Assert.Equal(Seen(BlockRecorder.Read(log).Blocks), Seen(RandomPieces.Read(log, pieces))),
        iter: 250,
        print: static sample => $"pieces of {string.Join(' ', sample.Item2)}:\n{sample.Item1.Latin1()}");

    [Fact]
    [Property]
    public Task Damage_invents_no_path_and_loses_no_byte() => WithinMinutes(static () => Gen.Select(DamageGen.DamagedLog, s_pieces).Holds(
        static (damaged, pieces) =>
        {
            // The recorder sees to it that the blocks tile the text and print back.
            List<BlockRecorder.Block> blocks = BlockRecorder.Read(damaged.Bytes).Blocks;
            Assert.Equal(Seen(blocks), Seen(RandomPieces.Read(damaged.Bytes, pieces)));
            Dictionary<int, string> originals = PathsByOffset(BlockRecorder.Read(damaged.Source).Blocks);
            foreach ((int offset, string path) in PathsByOffset(blocks))
            {
                if (damaged.SourceOf(offset, path.Length) is { } source && !(IsLine(path) && (damaged.IsInsideLine(source) || IsBorrowing(path))))
                {
                    Assert.True(originals.TryGetValue(source, out string? original) && original == path, $"invented at {offset}:\n{path}");
                }
            }
        },
        iter: 1_200,
        print: static sample => $"{sample.Item1.What}:\n{sample.Item1.Bytes.Latin1()}",
        seeds: ["apu33PutXxh1"]));

    [Fact]
    [Property]
    public void Several_cores_give_the_same_blocks()
    {
        string file = Path.GetTempFileName();
        Gen.Select(Gen.OneOf(LogGen.Any, DamageGen.DamagedLog.Select(static damaged => damaged.Bytes)).Array[1, 8], Gen.Int[1, 3], Gen.OneOf(100, 1_000, 5_000), Gen.OneOf(64, 3_000, 100_000), Gen.Bool).Holds(
            (logs, threads, rangeLength, windowLength, wantsTextOfPaths) =>
            {
                byte[] log = [.. logs.SelectMany(static log => log)];
                File.WriteAllBytes(file, log);
                Assert.Equal(Seen(BlockRecorder.Read(log).Blocks), Seen(BlockRecorder.ReadInParallel(file, threads, rangeLength, windowLength, wantsTextOfPaths).Blocks));
            },
            iter: 200,
            threads: 1,
            print: static sample => $"{sample.Item2} threads, ranges of {sample.Item3}, windows of {sample.Item4}:\n{string.Concat(sample.Item1.Select(static log => log.Latin1()))}");
        File.Delete(file);
    }

    private static IEnumerable<(BlockKind, long, string, Damage, Diagnostic?, Type?)> Seen(IEnumerable<BlockRecorder.Block> blocks) =>
        blocks.Select(static block => (block.Kind, block.Offset, block.Text, block.Damage, block.Diagnostic, block.Report?.GetType()));

    private static Dictionary<int, string> PathsByOffset(IEnumerable<BlockRecorder.Block> blocks)
    {
        var paths = new Dictionary<int, string>();
        foreach (BlockRecorder.Block block in blocks.Where(static block => block.Kind == BlockKind.Path))
        {
            string path = block.Text.TrimStart('\r', '\n');
            paths.Add((int)block.Offset + block.Text.Length - path.Length, path);
        }

        return paths;
    }

    // Nothing in a list's line shows that it lost its beginning.
    private static bool IsLine(string path) => path.IndexOf('\n', StringComparison.Ordinal) is var end && (end < 0 || end == path.Length - 1);

    // Among slacks alone, those of the time that a latch borrows are lines like all others.
    private static bool IsBorrowing(string line) => line.Contains("time borrow ", StringComparison.Ordinal) || line.Contains(" pulse width ", StringComparison.Ordinal) || line.StartsWith("library setup time ", StringComparison.Ordinal);

    // A reader that does not come to its end must fail the test, not stop it.
    private static Task WithinMinutes(Action check) =>
        Task.Run(check, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(10) + Property.Exploring, TestContext.Current.CancellationToken);
}
