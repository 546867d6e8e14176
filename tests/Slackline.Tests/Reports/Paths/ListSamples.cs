namespace Slackline.Tests.Reports.Paths;

/// <summary>Lists of paths as real tools printed them, each with the empty line that ends it; each says which command and version made it.</summary>
internal static class ListSamples
{
    /// <summary>sta 2.0.17, <c>report_checks -format end -group_count 6</c>, the generated design; shortened.</summary>
    public const string End =
        """
        max_delay/setup group user_group

                                             Required  Actual
        Endpoint                               Delay   Delay   Slack
        ------------------------------------------------------------
        specials/exceptions/u_grouped_too_end/D (DFF_X1)    2.37    2.74   -0.37 (VIOLATED)
        specials/exceptions/u_grouped_end/D (DFF_X1)    2.37    2.11    0.25 (MET)

        max_delay/setup group **clock_gating_default**

                                             Required  Actual
        Endpoint                               Delay   Delay   Slack
        ------------------------------------------------------------
        specials/gating/u_or/B (OR2_X4)         1.21    0.53    0.68 (MET)


        """;

    /// <summary>sta 2.0.17, <c>report_checks -format end -unconstrained -path_delay min_max -group_count 5</c>, two registers and a buffer without a clock; shortened.</summary>
    public const string EndUnconstrained =
        """
        min_delay/hold group (none)

                                             Required  Actual
        Endpoint                               Delay   Delay   Slack
        ------------------------------------------------------------
        r1/CK (DFF_X1)                          -INF    0.00     INF (MET)
        o (output)                              -INF    0.06     INF (MET)

        max_delay/setup group (none)

                                             Required  Actual
        Endpoint                               Delay   Delay   Slack
        ------------------------------------------------------------
        r2/D (DFF_X1)                            INF    0.24     INF (MET)


        """;

    /// <summary>sta 2.0.17, <c>report_checks -format end -digits 0 -group_count 5</c>: titles wider than their columns.</summary>
    public const string EndWithoutDigits =
        """
        max_delay/setup group clk

                                             Required Actual
        Endpoint                             Delay Delay Slack
        ------------------------------------------------------
        r1/D (DFF_X1)                           10     1     9 (MET)
        r2/D (DFF_X1)                           10     0    10 (MET)


        """;

    /// <summary>OpenSTA 3.1.0, <c>report_checks -path_delay min -format end -group_path_count 30 -endpoint_path_count 3</c>; shortened.</summary>
    public const string EndHold =
        """
        min_delay/hold group clk

                                             Required  Actual
        Endpoint                               Delay   Delay   Slack
        ------------------------------------------------------------
        _412_/D (sky130_fd_sc_hd__dfxtp_1)     -0.04    0.42    0.45 (MET)
        _426_/D (sky130_fd_sc_hd__dfxtp_2)     -0.05    0.47    0.51 (MET)


        """;

    /// <summary>sta 2.0.17, <c>report_checks -format summary -path_delay min_max -group_count 3 -digits 4</c>, the generated design; shortened.</summary>
    public const string Summary =
        """
        Startpoint                           Endpoint                                 Slack
        ----------------------------------------------------------------------------------

        through_in[0] (input)                through_out[1] (output)                 2.7929
        specials/exceptions/u_grouped_start/Q (DFF_X1) specials/exceptions/u_grouped_end/D (DFF_X1)    1.4212
        specials/gating/u_enable/Q (AND2_X4) specials/gating/u_glitchy_and/B (AND2_X4)   -0.9554


        """;

    /// <summary>OpenSTA 3.1.0, <c>report_checks -path_delay max -format summary -group_path_count 30 -endpoint_path_count 3</c>; shortened.</summary>
    public const string SummaryOfNewTool =
        """
        Startpoint                           Endpoint                               Slack
        --------------------------------------------------------------------------------
        _414_/Q (sky130_fd_sc_hd__dfxtp_1)   _418_/D (sky130_fd_sc_hd__dfxtp_1)      0.06
        _430_/Q (sky130_fd_sc_hd__dfxtp_1)   _418_/D (sky130_fd_sc_hd__dfxtp_1)      0.08


        """;

    /// <summary>sta 2.0.17, <c>report_checks -format slack_only -group_count 6</c>, the generated design; shortened.</summary>
    public const string SlackOnly =
        """
        Group                                  Slack
        --------------------------------------------
        user_group                             -0.37
        user_group                              0.25
        **clock_gating_default**                0.68


        """;

    /// <summary>sta 2.0.17, <c>report_checks -format slack_only -digits 0 -group_count 5</c>.</summary>
    public const string SlackOnlyWithoutDigits =
        """
        Group                                Slack
        ------------------------------------------
        clk                                      9
        clk                                     10


        """;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [End, EndUnconstrained, EndWithoutDigits, EndHold, Summary, SummaryOfNewTool, SlackOnly, SlackOnlyWithoutDigits];
}
