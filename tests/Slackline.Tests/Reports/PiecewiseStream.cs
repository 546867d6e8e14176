namespace Slackline.Tests.Reports;

/// <summary>Gives its bytes in pieces of at most a size, as a pipe may.</summary>
internal sealed class PiecewiseStream(byte[] bytes, int pieceSize) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, pieceSize));

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, pieceSize)]);
}
