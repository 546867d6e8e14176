using System.Text;
using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>Reads <c>u1/Z ^ 0.01:0.02 v 0.01:0.01</c>.</summary>
internal sealed class PinSlewsReader : OneLineReader
{
    private static ReadOnlySpan<byte> RiseKey => " ^ "u8;

    private static ReadOnlySpan<byte> FallKey => " v "u8;

    /// <inheritdoc/>
    public override bool MayBegin(ReadOnlySpan<byte> line) =>
        line.LastIndexOf(RiseKey) is > 0 and int rise && line[rise..].IndexOf(FallKey) > 0;

    /// <inheritdoc/>
    protected override Report? Parse(ReadOnlySpan<byte> line)
    {
        int rise = line.LastIndexOf(RiseKey);
        int fall = line.LastIndexOf(FallKey);
        var numbers = new DecimalReader();
        return fall >= rise + RiseKey.Length && !line.StartsWith(" "u8)
            && DelayList.TryRead(
                line[(rise + RiseKey.Length)..fall], numbers, out IReadOnlyList<double> rises, out IReadOnlyList<Spread> riseSpreads)
            && DelayList.TryRead(
                line[(fall + FallKey.Length)..], numbers, out IReadOnlyList<double> falls, out IReadOnlyList<Spread> fallSpreads)
            ? new PinSlews(Encoding.UTF8.GetString(line[..rise]), rises, falls, numbers.Digits)
            {
                RiseSpreads = riseSpreads,
                FallSpreads = fallSpreads,
            }
            : null;
    }
}
