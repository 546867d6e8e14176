using Slackline.Reports;
using Slackline.Reports.Paths;
using Slackline.Spooler;
using Slackline.Streams.Spooling;
using Slackline.Tests.Reports.Properties;
using Slackline.Timing;

namespace Slackline.Tests.Streams.Spooling;

/// <summary>What tests of spools ask again and again.</summary>
internal static class SpoolChecks
{
    /// <summary>Reads numbered paths from one on to the end, and checks that each is the one it should be, to the last byte.</summary>
    public static void NumberedPathsAreThere(Spool spool, long first, long count)
    {
        using SpoolReader reader = spool.OpenReader();
        var chunk = new PathChunk();
        long next = first;
        while (next < first + count)
        {
            int read = reader.Read(next, (int)Math.Min(PathChunk.Capacity, first + count - next), chunk);
            Assert.NotEqual(0, read);
            for (int i = 0; i < read; i++, next++)
            {
                Assert.Equal(next, NumberedPaths.NumberOf(chunk[i]));
                Assert.Equal(NumberedPaths.TextOf(next), PathRenderer.ToText(chunk[i]));
            }
        }
    }

    /// <summary>Checks that two chunks hold the same paths: the same columns, the same layouts, the same text.</summary>
    public static void AreSame(PathChunk expected, PathChunk actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Units, actual.Units);
        Assert.Equal(expected.FirstRow.ToArray(), actual.FirstRow.ToArray());
        var expectedText = new TextBuffer();
        var actualText = new TextBuffer();
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(PathColumns.Of(expected[i]), PathColumns.Of(actual[i]));
            Assert.Equal(expected.BlankLinesBefore[i], actual.BlankLinesBefore[i]);
            expectedText.Clear();
            actualText.Clear();
            PathRenderer.RenderWithBlankLines(expected[i], expectedText);
            PathRenderer.RenderWithBlankLines(actual[i], actualText);
            Assert.Equal(expectedText.Written.ToArray().Latin1(), actualText.Written.ToArray().Latin1());
        }
    }
}
