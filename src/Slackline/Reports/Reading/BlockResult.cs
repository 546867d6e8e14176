namespace Slackline.Reports.Reading;

/// <summary>What came of an attempt to read the block at the beginning of a text.</summary>
internal readonly struct BlockResult
{
    private const int NeedsMoreText = -1;

    // 0 in a default value, which means "not mine".
    private readonly int _length;

    private BlockResult(int length) => _length = length;

    /// <summary>The text is not such a block; it may be another.</summary>
    public static BlockResult NotMine => default;

    /// <summary>The block is not whole yet. Nothing was taken.</summary>
    public static BlockResult NeedsMore => new(NeedsMoreText);

    /// <summary>Whether the block was read and handed to the sink.</summary>
    public bool IsTaken => _length > 0;

    /// <summary>Whether the text is not such a block.</summary>
    public bool IsNotMine => _length == 0;

    /// <summary>How many bytes were read; only of a block that was taken.</summary>
    public int Length => _length;

    /// <summary>The block was read and handed to the sink.</summary>
    /// <param name="length">How many bytes it has, the empty lines before it included; at least 1.</param>
    public static BlockResult Taken(int length) => new(length);
}
