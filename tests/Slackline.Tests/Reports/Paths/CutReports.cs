using System.Text;
using Slackline.Reports;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Paths;

/// <summary>Cuts a report at every byte and checks what is left.</summary>
internal static class CutReports
{
    /// <summary>
    /// Every path before the cut is read, none is invented, and a cut inside a path is reported, also where the path's last line end alone is missing and <paramref name="mayLackLineEnd"/> is false.
    /// </summary>
    public static void Check(string text, bool mayLackLineEnd)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        (long Start, long End, string Text)[] whole =
        [
            .. BlockRecorder.Read(bytes).Blocks.Where(static block => block.Kind == BlockKind.Path).Select(static block => (block.Offset, block.Offset + block.Text.Length, block.Text)),
        ];
        Assert.NotEmpty(whole);
        var chunk = new PathChunk();
        for (int length = 0; length < bytes.Length; length++)
        {
            // The recorder sees to it that no byte is lost.
            chunk.Clear();
            List<BlockRecorder.Block> blocks = BlockRecorder.Read(bytes.AsSpan(0, length), chunk: chunk).Blocks;
            string[] paths = [.. blocks.Where(static block => block.Kind == BlockKind.Path).Select(static block => block.Text)];
            BlockRecorder.Block? damaged = blocks.SingleOrDefault(static block => block.Damage != Damage.None);
            (long start, long end, string path) = whole.FirstOrDefault(path => path.Start < length && length < path.End);
            IEnumerable<string> expected = whole.Where(path => path.End <= length).Select(static path => path.Text);
            if (start < end && paths.Length == expected.Count() + 1)
            {
                // Only what follows the path is missing: the line end and, in JSON, the comma before another path.
                Assert.True(mayLackLineEnd && length - start >= path.TrimEnd('\n', ',').Length, $"cut at {length} a path is taken that may have lost more than its line end");
                Assert.Equal([.. expected, path[..(int)(length - start)]], paths);
                Assert.Null(damaged);
                continue;
            }

            Assert.Equal(expected, paths);
            if (start < end)
            {
                Assert.True(damaged is { Damage: Damage.Cut }, $"no word of the cut at {length}");
                Assert.Equal(length, damaged.Offset + damaged.Text.Length);
            }
            else
            {
                Assert.True(damaged is null, $"a cut between paths, at {length}, is no damage");
            }
        }
    }
}
