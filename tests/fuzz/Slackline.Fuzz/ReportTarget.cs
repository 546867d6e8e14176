using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Fuzz;

/// <summary>Of any text the blocks tile it, print back, and do not depend on the pieces in which it comes.</summary>
internal sealed class ReportTarget : IFuzzTarget
{
    private const int LargestPiece = 200;

    // Recycled as a stream recycles its own.
    private readonly PathChunk _chunk = new();

    public void Run(byte[] input)
    {
        List<SeenBlock> whole = Read(input, input.Length);
        List<SeenBlock> pieces = Read(input, LargestPiece);
        if (!whole.SequenceEqual(pieces))
        {
            int at = whole.Zip(pieces).TakeWhile(static pair => pair.First == pair.Second).Count();
            throw new BrokenPromiseException($"In pieces, block {at} is {pieces.ElementAtOrDefault(at)} and not {whole.ElementAtOrDefault(at)}.");
        }
    }

    private List<SeenBlock> Read(byte[] text, int largestPiece)
    {
        var sink = new CheckingSink(text);
        var reader = new ReportReader(TimingUnits.Default);
        var sizes = new Random(text.Length);
        int end = 0;
        while (end < text.Length)
        {
            end = Math.Min(text.Length, end + sizes.Next(1, largestPiece + 1));
            Read(reader, text.AsSpan(0, end), isFinal: false, sink);
        }

        Read(reader, text, isFinal: true, sink);
        return sink.Blocks;
    }

    private void Read(ReportReader reader, ReadOnlySpan<byte> text, bool isFinal, CheckingSink sink)
    {
        do
        {
            _chunk.Clear();
        }
        while (reader.Read(text[(int)reader.Offset..], isFinal, _chunk, sink, out _) == ReadOutcome.ChunkFull);

        if (isFinal && (reader.Offset != text.Length || sink.End != text.Length))
        {
            throw new BrokenPromiseException($"Of {text.Length} bytes {reader.Offset} were read and {sink.End} handed on.");
        }
    }
}
