using Apache.Arrow.Ipc;
using ZstdSharp;

namespace Slackline.Arrow;

/// <summary>
/// zstd for Arrow's buffers. Arrow asks for a codec per batch and disposes of it; this one is handed out again and again, so that its
/// working memory is taken once. For one thread at a time.
/// </summary>
internal sealed class ZstdCodec : ICompressionCodecFactory, ITryCompressionCodec
{
    // Measured on full_clock_expanded reports: level 3 takes 4 % less room and two to three times as long; level -1 takes 27 % more room
    // and a fifth less time.
    private const int Level = 1;

    private Compressor? _compressor;
    private Decompressor? _decompressor;

    /// <inheritdoc/>
    public ICompressionCodec CreateCodec(CompressionCodecType compressionCodecType) => CreateCodec(compressionCodecType, null);

    /// <inheritdoc/>
    public ICompressionCodec CreateCodec(CompressionCodecType compressionCodecType, int? compressionLevel) =>
        compressionCodecType == CompressionCodecType.Zstd
            ? this
            : throw new NotSupportedException($"Spools are compressed with zstd, not {compressionCodecType}.");

    /// <inheritdoc/>
    public bool TryCompress(ReadOnlyMemory<byte> source, Memory<byte> destination, out int bytesWritten)
    {
        _compressor ??= new Compressor(Level);
        return _compressor.TryWrap(source.Span, destination.Span, out bytesWritten);
    }

    /// <inheritdoc/>
    public void Compress(ReadOnlyMemory<byte> source, Stream destination)
    {
        _compressor ??= new Compressor(Level);
        destination.Write(_compressor.Wrap(source.Span));
    }

    /// <inheritdoc/>
    public int Decompress(ReadOnlyMemory<byte> source, Memory<byte> destination)
    {
        _decompressor ??= new Decompressor();
        return _decompressor.Unwrap(source.Span, destination.Span);
    }

    /// <summary>Frees the working memory.</summary>
    public void Free()
    {
        _compressor?.Dispose();
        _decompressor?.Dispose();
        _compressor = null;
        _decompressor = null;
    }

    /// <summary>What Arrow calls after each batch: nothing.</summary>
    public void Dispose()
    {
    }
}
