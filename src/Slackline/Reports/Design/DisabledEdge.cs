using System.Text;

namespace Slackline.Reports.Design;

/// <summary>A timing edge that is disabled.</summary>
/// <param name="Instance">The instance that has the arc; null for a wire.</param>
/// <param name="From">The port of the instance, or the pin, that it starts from.</param>
/// <param name="To">The port of the instance, or the pin, that it goes to.</param>
/// <param name="When">The arc's condition; null if it has none.</param>
/// <param name="Reasons">Why it is disabled.</param>
public sealed record DisabledEdge(string? Instance, string From, string To, string? When, IReadOnlyList<DisableReason> Reasons)
{
    private static readonly RepeatedNames s_ports = new();

    internal static DisabledEdge? TryRead(ReadOnlySpan<byte> line)
    {
        // FROM TO REASONS, or INSTANCE FROM TO REASONS, or INSTANCE FROM TO when: CONDITION REASONS.
        var words = new LineScanner(line);
        string first = words.TakeName();
        string second = s_ports.Intern(words.TakeWord());
        LineScanner wireReasons = words;
        if (TryTakeReasons(wireReasons) is { } ofWire)
        {
            return new DisabledEdge(Instance: null, first, second, When: null, ofWire);
        }

        string third = s_ports.Intern(words.TakeWord());
        if (!words.TryTake(" when: "u8))
        {
            return TryTakeReasons(words) is { } ofArc ? new DisabledEdge(first, second, third, When: null, ofArc) : null;
        }

        ReadOnlySpan<byte> rest = words.Rest;
        for (int space = rest.IndexOf((byte)' '); space > 0; space = NextSpace(rest, space))
        {
            if (TryTakeReasons(new LineScanner(rest[space..])) is { } reasons)
            {
                return new DisabledEdge(first, second, third, Encoding.UTF8.GetString(rest[..space]), reasons);
            }
        }

        return null;
    }

    internal string ToText()
    {
        string instance = Instance is null ? "" : Instance + " ";
        string when = When is null ? "" : " when: " + When;
        string reasons = Reasons.Count == 1 ? Reasons[0].ToText() : string.Join(", ", Reasons.Select(static reason => reason.ToText()));
        return $"{instance}{From} {To}{when} {reasons}";
    }

    private static List<DisableReason>? TryTakeReasons(LineScanner words)
    {
        var reasons = new List<DisableReason>();
        while (!words.IsAtEnd)
        {
            if (DisableReason.TryTake(ref words) is not { } reason)
            {
                return null;
            }

            reasons.Add(reason);
        }

        return reasons.Count > 0 ? reasons : null;
    }

    private static int NextSpace(ReadOnlySpan<byte> text, int space) =>
        text[(space + 1)..].IndexOf((byte)' ') is >= 0 and int next ? space + 1 + next : -1;
}
