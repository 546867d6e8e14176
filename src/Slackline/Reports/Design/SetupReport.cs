namespace Slackline.Reports.Design;

/// <summary>The problems in the constraints of a design, by <c>check_setup</c>.</summary>
public sealed record SetupReport : Report
{
    /// <summary>The messages.</summary>
    public required IReadOnlyList<SetupMessage> Messages { get; init; }

    internal override void WriteLines(LineWriter lines)
    {
        foreach (SetupMessage message in Messages)
        {
            lines.Line(message.ToText());
            foreach (string name in message.Objects)
            {
                lines.Line($"  {name}");
            }
        }
    }
}
