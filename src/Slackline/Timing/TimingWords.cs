namespace Slackline.Timing;

/// <summary>The words for sides of a check and for edges, the same wherever a path is shown, asked for or kept.</summary>
internal static class TimingWords
{
    /// <summary><c>max</c> (setup side) or <c>min</c> (hold side); null where the report does not say.</summary>
    public static string? Word(this PathType type) => type switch
    {
        PathType.Max => "max",
        PathType.Min => "min",
        _ => null,
    };

    /// <summary><c>rise</c> or <c>fall</c>; null where no edge is shown.</summary>
    public static string? Word(this Transition edge) => edge switch
    {
        Transition.Rise => "rise",
        Transition.Fall => "fall",
        _ => null,
    };

    /// <summary>The side that a word names; unknown for other words.</summary>
    internal static PathType TypeOf(ReadOnlySpan<byte> word) => word switch
    {
        _ when word.SequenceEqual("max"u8) => PathType.Max,
        _ when word.SequenceEqual("min"u8) => PathType.Min,
        _ => PathType.Unknown,
    };

    /// <summary>The edge that a word names; none for other words.</summary>
    internal static Transition EdgeOf(ReadOnlySpan<byte> word) => word switch
    {
        _ when word.SequenceEqual("rise"u8) => Transition.Rise,
        _ when word.SequenceEqual("fall"u8) => Transition.Fall,
        _ => Transition.None,
    };
}
