namespace Slackline.Timing;

/// <summary>
/// What the Description column of a path's row names; the texts are those of OpenSTA's <c>report_checks</c>. Summary rows come last.
/// </summary>
internal enum DescriptionKind : byte
{
    /// <summary>A text that none of the other kinds fits, kept as it is.</summary>
    Other,

    /// <summary>A pin or port that the path goes through: <c>u1/Z (BUF_X1)</c>, <c>in1 (in)</c>.</summary>
    Pin,

    /// <summary>The net that a driver drives (<c>-fields net</c>): <c>n1 (net)</c>, <c>(unconnected)</c>.</summary>
    Net,

    /// <summary>A clock's edge: <c>clock clk (rise edge)</c>.</summary>
    ClockEdge,

    /// <summary><c>clock network delay (ideal)</c>, <c>(propagated)</c> or bare.</summary>
    ClockNetworkDelay,

    /// <summary><c>clock source latency</c>.</summary>
    ClockSourceLatency,

    /// <summary><c>clock uncertainty</c> or <c>inter-clock uncertainty</c>.</summary>
    ClockUncertainty,

    /// <summary><c>clock reconvergence pessimism</c> (CRPR).</summary>
    ClockReconvergencePessimism,

    /// <summary><c>input external delay</c> (set_input_delay).</summary>
    InputExternalDelay,

    /// <summary><c>output external delay</c> (set_output_delay).</summary>
    OutputExternalDelay,

    /// <summary>The margin of a check: <c>library setup time</c>, <c>clock gating hold time</c>, <c>data check setup time</c> ...</summary>
    CheckMargin,

    /// <summary><c>max_delay</c> or <c>min_delay</c> (set_max_delay, set_min_delay).</summary>
    PathDelay,

    /// <summary>A latch's time borrowed or given: <c>time borrowed from endpoint</c>, <c>time given to startpoint</c> ...</summary>
    TimeBorrow,

    /// <summary><c>path margin</c> (set_path_margin).</summary>
    PathMargin,

    /// <summary>
    /// What the variation of the next point's delay is made of (<c>-fields variation</c> of versions after 3.1), in the Variation column
    /// alone: <c>sigma</c>, or <c>mean</c>, <c>mean_shift</c>, <c>std_dev</c> and <c>skewness</c>.
    /// </summary>
    VariationPart,

    /// <summary><c>data arrival time</c>.</summary>
    DataArrival,

    /// <summary><c>data required time</c>.</summary>
    DataRequired,

    /// <summary><c>slack (MET)</c>.</summary>
    SlackMet,

    /// <summary><c>slack (VIOLATED)</c>.</summary>
    SlackViolated,
}
