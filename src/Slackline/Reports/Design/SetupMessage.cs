namespace Slackline.Reports.Design;

/// <summary>A message of <see cref="SetupReport"/>.</summary>
/// <param name="Problem">What is wrong.</param>
/// <param name="Count">The number of ports, pins, loops or clocks that have the problem.</param>
/// <param name="Objects">Their names (<c>-verbose</c>). A loop is the pins of its edges, the line <c>| loop cut point</c>, the last pin and
/// a line of dashes.</param>
public sealed record SetupMessage(SetupProblem Problem, int Count, IReadOnlyList<string> Objects)
{
    internal string ToText()
    {
        string are = Count > 1 ? "are" : "is";
        string s = Count > 1 ? "s" : "";
        string what = Problem switch
        {
            SetupProblem.MissingInputDelay => $"input port{s} missing set_input_delay",
            SetupProblem.MissingOutputDelay => $"output port{s} missing set_output_delay",
            SetupProblem.Unclocked => $"unclocked register/latch pin{s}",
            SetupProblem.MultipleClocks => $"register/latch pin{s} with multiple clocks",
            SetupProblem.UnconstrainedEndpoint => $"unconstrained endpoint{s}",
            SetupProblem.CombinationalLoop => $"combinational loop{s} in the design",
            _ => $"generated clock{s} that {are} not connected to a clock source",
        };
        return $"Warning: There {are} {Count} {what}.";
    }
}
