using Slackline.Tests.Queries.Operators;
using Slackline.Timing;

namespace Slackline.Tests.Timing;

/// <summary>A path is valid until its chunk is used for others; then it is an error and never another path's data.</summary>
public sealed class PathLifetimeTests
{
    [Fact]
    public void A_path_whose_chunk_holds_others_says_so()
    {
        PathChunk chunk = Two();
        TimingPath path = chunk[1];
        PathRow row = path.Rows.First();
        Assert.Equal(-0.02, path.Slack);
        chunk.Clear();
        OperatorSample.OfSlack(5).AppendTo(chunk, 0);
        OperatorSample.OfSlack(6).AppendTo(chunk, 1);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => path.Slack);
        Assert.Contains("Detach", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => path.Endpoint);
        Assert.Throws<InvalidOperationException>(() => path.Rows.Count());
        Assert.Throws<InvalidOperationException>(() => path.Detach());
        Assert.Throws<InvalidOperationException>(() => row.Delay);
    }

    [Fact]
    public void A_detached_path_stays_and_prints_the_same()
    {
        PathChunk chunk = Two();
        string text = OperatorSample.Text(chunk[1]);
        TimingPath kept = chunk[1].Detach();
        chunk.Clear();
        OperatorSample.OfSlack(5).AppendTo(chunk, 0);
        Assert.Equal(text, OperatorSample.Text(kept));
        Assert.Equal(chunk.Units, kept.Chunk.Units);
    }

    [Fact]
    public void A_copied_chunk_stays_and_prints_the_same()
    {
        PathChunk chunk = Two();
        string[] texts = [OperatorSample.Text(chunk[0]), OperatorSample.Text(chunk[1])];
        PathChunk copy = chunk.Copy();
        chunk.Clear();
        OperatorSample.OfSlack(5).AppendTo(chunk, 0);
        Assert.Equal(texts, Enumerable.Range(0, copy.Count).Select(i => OperatorSample.Text(copy[i])));
        Assert.Equal(2, copy.Count);
    }

    private static PathChunk Two()
    {
        var chunk = new PathChunk();
        OperatorSample.OfSlack(1).AppendTo(chunk, 0);
        OperatorSample.OfSlack(-2).AppendTo(chunk, 1);
        return chunk;
    }
}
