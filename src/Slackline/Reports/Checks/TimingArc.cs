using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>A timing arc of an edge in <c>report_edges</c>.</summary>
/// <param name="From">The transition at the arc's input: <c>^</c>, <c>v</c>, or one to or from high impedance such as <c>0Z</c>.</param>
/// <param name="To">The transition at its output.</param>
/// <param name="Delays">The delays, or margins of a check, in the tool's time unit: min and max of each corner.</param>
/// <param name="IsDisabled">Whether the arc is disabled.</param>
public sealed record TimingArc(string From, string To, IReadOnlyList<double> Delays, bool IsDisabled)
{
    /// <summary>
    /// The spreads of statistical delays (<c>-report_variance</c>), one for each delay; empty when all are plain numbers.
    /// </summary>
    public IReadOnlyList<Spread> Spreads { get; init; } = [];

    private static ReadOnlySpan<byte> Disabled => " disabled"u8;

    internal static TimingArc? Parse(ReadOnlySpan<byte> line, DecimalReader numbers)
    {
        bool isDisabled = line.EndsWith(Disabled);
        var words = new LineScanner(isDisabled ? line[..^Disabled.Length] : line);
        if (!words.TryTake("  "u8))
        {
            return null;
        }

        string from = words.TakeName();
        return words.TryTake(" -> "u8) && words.TakeName() is var to
            && DelayList.TryRead(words.TakeWord(), numbers, out IReadOnlyList<double> delays, out IReadOnlyList<Spread> spreads)
            && words.IsAtEnd
            ? new TimingArc(from, to, delays, isDisabled) { Spreads = spreads }
            : null;
    }

    internal string ToText(int digits) => $"  {From} -> {To} {DelayList.ToText(Delays, Spreads, digits)}{(IsDisabled ? " disabled" : "")}";
}
