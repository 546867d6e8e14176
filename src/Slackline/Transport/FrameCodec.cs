namespace Slackline.Transport;

/// <summary>How the content of frames is compressed.</summary>
internal enum FrameCodec : byte
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>LZ4's block format.</summary>
    Lz4,

    /// <summary>Zstandard.</summary>
    Zstd,
}
