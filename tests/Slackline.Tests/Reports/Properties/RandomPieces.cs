using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Tests.Reports.Properties;

/// <summary>Hands a text to the reader in given pieces, over and over from their first.</summary>
internal static class RandomPieces
{
    public static List<BlockRecorder.Block> Read(byte[] text, int[] sizes)
    {
        var recorder = new BlockRecorder();
        var parser = new OpenStaStreamParser(new Pieces(text, sizes), recorder, TimingUnits.Default);
        var chunk = new PathChunk();
        while (parser.Fill(chunk, TestContext.Current.CancellationToken))
        {
            chunk.Clear();
        }

        return recorder.Blocks;
    }

    private sealed class Pieces(byte[] text, int[] sizes) : MemoryStream(text)
    {
        private int _piece;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, sizes[_piece++ % sizes.Length]));
    }
}
