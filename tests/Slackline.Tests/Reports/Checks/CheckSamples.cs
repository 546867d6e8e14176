namespace Slackline.Tests.Reports.Checks;

/// <summary>Reports of checks as real tools printed them; samples made by hand are marked.</summary>
internal static class CheckSamples
{
    /// <summary>OpenSTA 3.1.0, <c>report_check_types</c>, one section.</summary>
    public const string MaxSlew =
        """
        max slew

        Pin                                    Limit    Slew   Slack
        ------------------------------------------------------------
        _351_/Y                                 1.50    0.95    0.55 (MET)

        """;

    /// <summary>sta 2.0.17, <c>report_check_types -max_transition -digits 1</c>; the second row, whose name does not fit, is made by hand.</summary>
    public const string MaxTransition =
        """
        max_transition

        Pin                                   Limit  Trans  Slack
        ---------------------------------------------------------
        core/dp_2/stage_0/q_reg[29]/Q           0.9    0.5    0.4 (MET)
        core/dp_2/a_stage_with_a_long_name/q_reg[29]/Q    0.1    0.5   -0.4 (VIOLATED)

        """;

    /// <summary>By hand after OpenSTA 3.1's <c>report_check_types -max_fanout -violators</c>: empty lines between the rows, and no slack where it would be -1.</summary>
    public const string MaxFanout =
        """
        max fanout

        Pin                                   Limit Fanout  Slack
        ---------------------------------------------------------
        inv2/ZN                                   2      3        (VIOLATED)

        inv3/ZN                                   2      5     -3 (VIOLATED)

        """;

    /// <summary>sta 2.0.17, <c>report_pulse_width_checks</c>, shortened.</summary>
    public const string PulseWidths =
        """
                                             Required  Actual
        Pin                                    Width   Width   Slack
        ------------------------------------------------------------
        specials/dividers/u_core_to_double/CK (high)    0.24    0.53    0.29 (MET)
        core/dp_0/stage_0/q_reg[1]/CK (low)     0.24    1.04    0.80 (MET)

        """;

    /// <summary>sta 2.0.17, <c>report_check_types -min_period</c>: the upper titles end in spaces.</summary>
    public const string MinPeriod =
        "                                                 Min        \n"
        + "Pin                                   Period  Period   Slack\n"
        + "------------------------------------------------------------\n"
        + "specials/dividers/u_core_to_double/CK    1.10    0.70    0.40 (MET)\n";

    /// <summary>sta 2.0.17, <c>report_check_types -max_skew</c>: the upper titles end in spaces.</summary>
    public const string MaxSkew =
        "                                     Required  Actual        \n"
        + "Pin                                     Skew    Skew   Slack\n"
        + "------------------------------------------------------------\n"
        + "specials/data_checks/u_two_clocks/CKS (^->^)    0.25    0.19    0.06 (MET)\n";

    /// <summary>OpenSTA 3.1.0, <c>report_check_types -verbose</c>; the corner, and the second pin, are made by hand.</summary>
    public const string MaxCapacitanceDetails =
        """
        max capacitance

        Pin _273_/Y ^ (corner slow)
        max capacitance    0.04
        capacitance        0.00
        -----------------------
        Slack              0.03 (MET)

        Pin _274_/Y v (corner slow)
        max capacitance    0.04
        capacitance        0.05
        -----------------------
        Slack             -0.01 (VIOLATED)

        """;

    /// <summary>By hand after OpenSTA 3.1's <c>report_check_types -max_fanout -verbose</c>: no edge, and no slack where it would be -1.</summary>
    public const string MaxFanoutDetails =
        "max fanout\n\nPin inv2/ZN  \nmax fanout      2\nfanout          3\n-----------------\nSlack             (VIOLATED)\n";

    /// <summary>sta 2.0.17, <c>report_check_types -max_transition -verbose -digits 5</c>.</summary>
    public const string MaxTransitionDetails =
        """
        max_transition

        Pin core/dp_2/stage_0/q_reg[29]/Q ^
        max_transition     0.90000
        transition_time    0.46976
        --------------------------
        Slack              0.43024 (MET)

        """;

    /// <summary>sta 2.0.17, <c>report_check_types -min_pulse_width -verbose</c>.</summary>
    public const string PulseWidthPath =
        """
        Pin: specials/dividers/u_core_to_double/CK
        Check: sequential_clock_pulse_width

          Delay    Time   Description
        ---------------------------------------------------------
           0.00    0.00   clock core_double_clk (rise edge)
           0.36    0.36   clock network delay (propagated)
           0.00    0.36   specials/dividers/u_core_to_double/CK
                   0.36   open edge arrival time

           0.55    0.55   clock core_double_clk (fall edge)
           0.32    0.87   clock network delay (propagated)
           0.00    0.87   specials/dividers/u_core_to_double/CK
           0.01    0.88   clock reconvergence pessimism
                   0.88   close edge arrival time
        ---------------------------------------------------------
                   0.24   required pulse width (high)
                   0.53   actual pulse width
        ---------------------------------------------------------
                   0.29   slack (MET)

        """;

    /// <summary>sta 2.0.17, <c>report_check_types -max_skew -verbose</c>.</summary>
    public const string MaxSkewPath =
        """
        Constrained Pin: specials/data_checks/u_two_clocks/CKS
        Reference   Pin: specials/data_checks/u_two_clocks/CK
        Check: max_skew

          Delay    Time   Description
        ---------------------------------------------------------
           0.00    0.00   clock core_clk (rise edge)
           0.24    0.24   clock network delay (propagated)
                   0.24 ^ specials/data_checks/u_two_clocks/CK (DFF2CK_X1)
                   0.24   reference pin arrival time

           0.00    0.00   clock core_clk (rise edge)
           0.43    0.43   clock network delay (propagated)
                   0.43 ^ specials/data_checks/u_two_clocks/CKS (DFF2CK_X1)
                   0.43   constrained pin arrival time

        ---------------------------------------------------------
                   0.25   allowable skew
                   0.19   actual skew
        ---------------------------------------------------------
                   0.06   slack (MET)

        """;

    /// <summary>sta 2.0.17, <c>report_check_types -min_period -verbose</c>.</summary>
    public const string MinPeriodDetail =
        """
        Pin: specials/dividers/u_core_to_double/CK
                   1.10   Period
                  -0.70   min_period
        ---------------------------------------------------------
                   0.40   slack (MET)

        """;

    /// <summary>OpenSTA 3.1.0, <c>report_clock_skew</c>.</summary>
    public const string ClockSkew =
        """
        Clock clk
           0.42 source latency _423_/CLK ^
          -0.43 target latency _412_/CLK ^
           0.00 CRPR
        --------------
          -0.01 setup skew

        """;

    /// <summary>By hand after OpenSTA 3's <c>report_clock_skew -hold -include_internal_latency</c> with uncertainty.</summary>
    public const string ClockSkewWithAllTerms =
        """
        Clock clk
           0.42 source latency ram0/CLK ^
           0.10 source internal clock delay
          -0.43 target latency ram1/CLK ^
          -0.20 target internal clock delay
           0.05 clock uncertainty
          -0.01 CRPR
        --------------
          -0.07 hold skew

        """;

    /// <summary>sta 2.0.17, <c>report_clock_skew</c>.</summary>
    public const string ClockSkewColumns =
        """
        Clock core_clk
        Latency      CRPR       Skew
        core/dp_0/stage_0/q_reg[0]/CK ^
           0.71
        core/dp_0/stage_1/u_clk_gate/CK ^
           0.30     -0.01       0.40

        """;

    /// <summary>sta 2.0.17, <c>report_clock_skew</c> for a clock that no register uses.</summary>
    public const string ClockSkewWithoutPaths = "Clock board_clk\nNo launch/capture paths found.\n";

    /// <summary>OpenSTA 3.1.0, <c>report_clock_latency</c>; the internal latency is made by hand.</summary>
    public const string ClockLatency =
        """
        Clock clk
        rise -> rise
            min     max
           0.00    0.00 source latency
           0.42         network latency _442_/CLK
                   0.43 network latency _412_/CLK
           0.00    0.10 internal clock latency
        ---------------
           0.42    0.53 latency
                   0.11 skew

        fall -> fall
            min     max
           0.00    0.00 source latency
           0.41         network latency _442_/CLK
                   0.41 network latency _412_/CLK
        ---------------
           0.41    0.41 latency
                   0.01 skew

        """;

    /// <summary>OpenSTA 3.1.0, <c>report_clock_min_period</c>.</summary>
    public const string ClockMinPeriod = "clk period_min = 4.94 fmax = 202.63\n";

    /// <summary>sta 2.0.17, <c>report_clock_properties</c> with <c>sta_report_default_digits 9</c>, where edges fill their columns, shortened.</summary>
    public const string ClockProperties =
        """
        Clock                   Period          Waveform
        ----------------------------------------------------
        core_clk            2.200000048  0.0000000001.100000024
        core_inverted_clk   2.200000048  1.1000000242.200000048 (generated)

        """;

    /// <summary>sta 2.0.17, <c>report_worst_slack</c>.</summary>
    public const string OldWorstSlack = "worst slack -0.69\n";

    /// <summary>OpenSTA 3.1.0, <c>report_tns</c>.</summary>
    public const string TotalNegativeSlack = "tns max 0.00\n";

    /// <summary>sta 2.0.17, <c>report_slack</c> of a clock pin.</summary>
    public const string OldPinTimes = " (mem_clk ^) r 0.50:-0.24 f INF:INF\n";

    /// <summary>By hand after OpenSTA 3's <c>report_arrivals</c>.</summary>
    public const string PinTimes = "(input port clock v) r 1.04:8.92 f ---:---\n";

    /// <summary>sta 2.0.17, <c>report_slews</c>.</summary>
    public const string PinSlews = "core/dp_2/stage_0/q_reg[29]/Q ^ 0.47:0.48 v 0.42:0.43\n";

    /// <summary>sta 2.0.17, <c>report_edges</c> from a latch's data pin; condition, mode and the disabled arc are made by hand.</summary>
    public const string TimingEdge =
        """
        D -> Q Latch D to Q enable G v
          Disabled by constraint
          Condition: A & !B
          Mode: scan on
          ^ -> ^ 0.13:0.14
          v -> v 0.12:0.12 disabled

        """;

    /// <summary>By hand after OpenSTA 3's <c>report_units</c>.</summary>
    public const string Units =
        " time 1ns\n capacitance 1pF\n resistance 1kohm\n voltage 1v\n current 1mA\n power 1nW\n distance 1um\n";

    /// <summary>All of them.</summary>
    public static TheoryData<string> All { get; } =
    [
        MaxSlew, MaxTransition, MaxFanout, PulseWidths, MinPeriod, MaxSkew, MaxCapacitanceDetails, MaxFanoutDetails, MaxTransitionDetails,
        PulseWidthPath, MaxSkewPath, MinPeriodDetail, ClockSkew, ClockSkewWithAllTerms, ClockSkewColumns, ClockSkewWithoutPaths, ClockLatency,
        ClockMinPeriod, ClockProperties, OldWorstSlack, TotalNegativeSlack, OldPinTimes, PinTimes, PinSlews, TimingEdge, Units,
    ];
}
