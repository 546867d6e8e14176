using System.Text;

namespace Slackline.Reports.Checks;

/// <summary>The tool's names for a limit.</summary>
/// <param name="Kind">The check.</param>
/// <param name="Heading">The line above its section, which is also the limit's name in the verbose form.</param>
/// <param name="Title">The title of the column of values.</param>
/// <param name="Value">The name of the value in the verbose form.</param>
/// <param name="LabelWidth">The width of the names in the verbose form.</param>
internal sealed record LimitNames(CheckKind Kind, string Heading, string Title, string Value, int LabelWidth)
{
    private static readonly LimitNames[] s_all =
    [
        Of(CheckKind.MaxSlew, "max", "slew", "Slew"),
        Of(CheckKind.MinSlew, "min", "slew", "Slew"),
        Of(CheckKind.MaxFanout, "max", "fanout", "Fanout"),
        Of(CheckKind.MinFanout, "min", "fanout", "Fanout"),
        Of(CheckKind.MaxCapacitance, "max", "capacitance", "Cap"),
        Of(CheckKind.MinCapacitance, "min", "capacitance", "Cap"),
        new(CheckKind.MaxTransition, "max_transition", "Trans", "transition_time", 16),
        new(CheckKind.MinTransition, "min_transition", "Trans", "transition_time", 16),
    ];

    public static LimitNames? Find(CheckKind kind) => Array.Find(s_all, names => names.Kind == kind);

    public static LimitNames? Find(ReadOnlySpan<byte> heading)
    {
        foreach (LimitNames names in s_all)
        {
            if (Ascii.Equals(heading, names.Heading))
            {
                return names;
            }
        }

        return null;
    }

    private static LimitNames Of(CheckKind kind, string side, string value, string title) =>
        new(kind, $"{side} {value}", title, value, value.Length + 5);
}
