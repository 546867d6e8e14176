namespace Slackline.Reports.Design;

/// <summary>The problems that <c>check_setup</c> finds in the constraints of a design, in the order in which it checks for them.</summary>
public enum SetupProblem
{
    /// <summary>Input ports without <c>set_input_delay</c>.</summary>
    MissingInputDelay,

    /// <summary>Output ports without <c>set_output_delay</c>.</summary>
    MissingOutputDelay,

    /// <summary>Clock pins of registers and latches that no clock reaches.</summary>
    Unclocked,

    /// <summary>Clock pins of registers and latches that several clocks reach.</summary>
    MultipleClocks,

    /// <summary>Endpoints without a required time.</summary>
    UnconstrainedEndpoint,

    /// <summary>Combinational loops.</summary>
    CombinationalLoop,

    /// <summary>Generated clocks whose source no clock reaches.</summary>
    UnconnectedGeneratedClock,
}
