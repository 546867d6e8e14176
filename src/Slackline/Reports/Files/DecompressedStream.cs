using ZstdSharp;

namespace Slackline.Reports.Files;

/// <summary>Decompressed text. Where the compressed data are damaged or end early, it ends instead of failing.</summary>
internal sealed class DecompressedStream(Stream decompressor) : ForwardStream
{
    /// <summary>Why the text ended early; null when it did not.</summary>
    public string? Fault { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Fault is not null)
        {
            return 0;
        }

        try
        {
            return decompressor.Read(buffer);
        }
        catch (EndOfStreamException)
        {
            Fault = "the compressed data end early.";
        }
        catch (Exception e) when (e is InvalidDataException or ZstdException)
        {
            Fault = $"the compressed data are damaged or end early: {e.Message}";
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            decompressor.Dispose();
        }

        base.Dispose(disposing);
    }
}
