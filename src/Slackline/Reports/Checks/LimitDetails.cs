using Slackline.Timing;

namespace Slackline.Reports.Checks;

/// <summary>A section of slew, fanout or capacitance limits of <c>report_check_types -verbose</c>.</summary>
public sealed record LimitDetails : Report
{
    /// <summary>What is checked.</summary>
    public required CheckKind Kind { get; init; }

    /// <summary>The pins: the worst one, or all that violate their limits (<c>-violators</c>).</summary>
    public required IReadOnlyList<LimitDetail> Pins { get; init; }

    /// <summary>Characters that numbers are padded to.</summary>
    public required int FieldWidth { get; init; }

    /// <summary>Digits after the point (<c>-digits</c>).</summary>
    public required int Digits { get; init; }

    /// <summary>Whether corners are called scenes, as in OpenSTA 3.</summary>
    public bool NamesScenes { get; init; }

    /// <summary>Whether no empty line separates the pins: versions after 3.1 print slews and fanouts so, but not capacitances.</summary>
    public bool IsDense { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        LimitNames names = LimitNames.Find(Kind)!;
        lines.Line(names.Heading);
        lines.End();
        for (int i = 0; i < Pins.Count; i++)
        {
            if (i > 0 && !IsDense)
            {
                lines.End();
            }

            WritePin(lines, names, Pins[i]);
        }
    }

    private void WritePin(LineWriter lines, LimitNames names, LimitDetail pin)
    {
        char edge = pin.Transition == Transition.None ? ' ' : (char)pin.Transition;
        string corner = pin.Corner.Length == 0 ? "" : $" ({(NamesScenes ? "scene" : "corner")} {pin.Corner})";
        lines.Line($"Pin {pin.Pin} {edge}{corner}");
        lines.Line(Labelled(names.Heading, pin.Limit));
        lines.Line(Labelled(names.Value, pin.Value));
        lines.Dashes(names.LabelWidth + FieldWidth);
        lines.Line($"{Labelled("Slack", pin.Slack)} {CheckRow.VerdictOf(pin.IsMet)}");

        string Labelled(string label, double value) =>
            label.PadRight(names.LabelWidth) + (double.IsNaN(value) ? "" : DecimalText.ToText(value, Digits)).PadLeft(FieldWidth);
    }
}
