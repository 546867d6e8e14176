namespace Slackline.Reports.Checks;

/// <summary>What a section of <c>report_check_types</c> other than its paths checks.</summary>
public enum CheckKind
{
    /// <summary>The slew at a pin must not be longer than its limit (<c>-max_slew</c>). In the tool's time unit.</summary>
    MaxSlew,

    /// <summary>The slew at a pin must not be shorter than its limit (<c>-min_slew</c>). In the tool's time unit.</summary>
    MinSlew,

    /// <summary><see cref="MaxSlew"/> under its name in OpenSTA 2.0 (<c>-max_transition</c>).</summary>
    MaxTransition,

    /// <summary><see cref="MinSlew"/> under its name in OpenSTA 2.0 (<c>-min_transition</c>).</summary>
    MinTransition,

    /// <summary>A driver must not have more loads than its limit (<c>-max_fanout</c>).</summary>
    MaxFanout,

    /// <summary>A driver must not have fewer loads than its limit (<c>-min_fanout</c>).</summary>
    MinFanout,

    /// <summary>
    /// A driver must not have more load capacitance than its limit (<c>-max_capacitance</c>). In the tool's capacitance unit.
    /// </summary>
    MaxCapacitance,

    /// <summary>
    /// A driver must not have less load capacitance than its limit (<c>-min_capacitance</c>). In the tool's capacitance unit.
    /// </summary>
    MinCapacitance,

    /// <summary>
    /// A clock must stay high, or low, for some time at a pin (<c>-min_pulse_width</c>, <c>report_pulse_width_checks</c>). In the tool's
    /// time unit.
    /// </summary>
    PulseWidth,

    /// <summary>A clock's period must not be shorter than a pin allows (<c>-min_period</c>). In the tool's time unit.</summary>
    MinPeriod,

    /// <summary>
    /// The arrivals of two clocks at a cell must not be further apart than it allows (<c>-max_skew</c>). In the tool's time unit.
    /// </summary>
    MaxSkew,
}
