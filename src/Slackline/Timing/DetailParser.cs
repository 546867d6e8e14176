namespace Slackline.Timing;

/// <summary>Reads what a <c>Startpoint:</c> or <c>Endpoint:</c> line says in brackets.</summary>
internal static class DetailParser
{
    /// <summary>
    /// The clock in <c>... clocked by clk</c>, <c>... check against rising-edge clock clk</c> or <c>clock source 'clk'</c>, without the
    /// <c>'</c> that marks its inverted edge; empty when the text names no clock.
    /// </summary>
    public static ReadOnlySpan<byte> FindClock(ReadOnlySpan<byte> detail)
    {
        if (detail.StartsWith("clock source '"u8) && detail.EndsWith("'"u8))
        {
            return detail["clock source '".Length..^1];
        }

        ReadOnlySpan<byte> clock = After(detail, " clocked by "u8);
        if (clock.IsEmpty)
        {
            clock = After(detail, "-edge clock "u8);
        }

        return clock.EndsWith("'"u8) ? clock[..^1] : clock;
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> detail, ReadOnlySpan<byte> words)
    {
        int at = detail.IndexOf(words);
        return at < 0 ? default : detail[(at + words.Length)..];
    }
}
