using Slackline.Spooler;

namespace Slackline.Tests.Reports;

/// <summary>Paths as real tools printed them; each says which command and version made it.</summary>
internal static class SamplePaths
{
    /// <summary>sta 2.0.17, <c>report_checks</c>, a wrapped startpoint line and an output port.</summary>
    public const string Wrapped = NumberedPaths.Sample;

    /// <summary>sta 2.0.17, <c>report_checks -format full_clock_expanded -fields {capacitance slew input_pin net}</c>: Fanout (6 letters) over a column of 5.</summary>
    public const string Fields =
        """
        Startpoint: l1 (positive level-sensitive latch clocked by clk)
        Endpoint: r2 (rising edge-triggered flip-flop clocked by clk)
        Path Group: clk
        Path Type: max

        Fanout     Cap    Slew   Delay    Time   Description
        ----------------------------------------------------------------------------
                         0.00    0.00    0.00   clock clk (rise edge)
                                 0.00    0.00   clock network delay (ideal)
                         0.00    0.00    0.00 ^ l1/G (DLH_X1)
                                 0.40    0.40   time given to startpoint
                         0.04    0.00    0.40 v l1/D (DLH_X1)
                         0.04    0.25    0.65 v l1/Q (DLH_X1)
            1    0.01                           q2 (net)
                         0.04    0.00    0.65 v b3/A (BUF_X1)
                         0.04    0.15    0.80 v b3/Z (BUF_X1)
            1    0.01                           n3 (net)
                         0.04    0.00    0.80 v r2/D (DFF_X1)
                                         0.80   data arrival time

                         0.00    1.00    1.00   clock clk (rise edge)
                                 0.00    1.00   clock network delay (ideal)
                                 0.00    1.00   clock reconvergence pessimism
                                         1.00 ^ r2/CK (DFF_X1)
                                -0.04    0.96   library setup time
                                         0.96   data required time
        ----------------------------------------------------------------------------
                                         0.96   data required time
                                        -0.80   data arrival time
        ----------------------------------------------------------------------------
                                         0.16   slack (MET)

        """;

    /// <summary>sta 2.0.17, <c>report_checks -digits 9</c>, a latch that borrows time.</summary>
    public const string Latch =
        """
        Startpoint: r1 (rising edge-triggered flip-flop clocked by clk)
        Endpoint: l1 (positive level-sensitive latch clocked by clk)
        Path Group: clk
        Path Type: max

                 Delay           Time   Description
        -----------------------------------------------------------------------
           0.000000000    0.000000000   clock clk (rise edge)
           0.000000000    0.000000000   clock network delay (ideal)
           0.000000000    0.000000000 ^ r1/CK (DFF_X1)
           0.250000000    0.250000000 v r1/Q (DFF_X1)
           0.149999991    0.399999976 v odd[1].name/Z (BUF_X1)
           0.000000000    0.399999976 v l1/D (DLH_X1)
                          0.399999976   data arrival time

           0.000000000    0.000000000   clock clk (rise edge)
           0.000000000    0.000000000   clock network delay (ideal)
           0.000000000    0.000000000   clock reconvergence pessimism
                          0.000000000 ^ l1/G (DLH_X1)
           0.399999976    0.399999976   time borrowed from endpoint
                          0.399999976   data required time
        -----------------------------------------------------------------------
                          0.399999976   data required time
                         -0.399999976   data arrival time
        -----------------------------------------------------------------------
                          0.000000000   slack (MET)

        Time Borrowing Information
        ---------------------------------------------------
        clk pulse width                         0.500000000
        library setup time                     -0.039999999
        ---------------------------------------------------
        max time borrow                         0.460000008
        actual time borrow                      0.399999976
        ---------------------------------------------------

        """;

    /// <summary>sta 2.0.17, <c>report_checks -unconstrained</c>.</summary>
    public const string Unconstrained =
        """
        Startpoint: debug_in (input port)
        Endpoint: debug_out (output port)
        Path Group: (none)
        Path Type: max

          Delay    Time   Description
        ---------------------------------------------------------
           0.00    0.00 ^ input external delay
           0.00    0.00 ^ debug_in (in)
           0.06    0.06 ^ u_debug/Z (BUF_X1)
           0.00    0.06 ^ debug_out (out)
                   0.06   data arrival time
        ---------------------------------------------------------
        (Path is unconstrained)

        """;

    /// <summary>OpenSTA 3.1.0, <c>report_checks -fields {capacitance slew fanout input_pin net src_attr variation}</c>, shortened; a source attribute added by hand.</summary>
    public const string Attributes =
        """
        Startpoint: _414_ (rising edge-triggered flip-flop clocked by clk)
        Endpoint: _418_ (rising edge-triggered flip-flop clocked by clk)
        Path Group: clk
        Path Type: max

        Fanout     Cap    Slew   Delay Variation    Time   Description                          Src Attr
        ----------------------------------------------------------------------------------------------------------------------------
                          0.00    0.00            0.00   clock clk (rise edge)
                                  0.00            0.00   clock network delay (ideal)
                          0.00    0.00            0.00 ^ _414_/CLK (sky130_fd_sc_hd__dfxtp_4)
             3    0.01    0.04    0.32            0.32 v _414_/Q (sky130_fd_sc_hd__dfxtp_4)   gcd.v:12.3-14.5
                                                         dpath.a_lt_b$in1[0] (net)
                          0.13    0.00            4.78 v a_name_longer_than_the_column/_418_/D (sky130_fd_sc_hd__dfxtp_1) gcd.v:20.1
                                                  4.78   data arrival time

                          0.00    5.00            5.00   clock clk (rise edge)
                                  0.00            5.00   clock network delay (ideal)
                                                  5.00 ^ _418_/CLK (sky130_fd_sc_hd__dfxtp_1)
                                 -0.16            4.84   library setup time
                                                  4.84   data required time
        ----------------------------------------------------------------------------------------------------------------------------
                                                  4.84   data required time
                                                 -4.78   data arrival time
        ----------------------------------------------------------------------------------------------------------------------------
                                                  0.06   slack (MET)

        """;

    /// <summary>sta 2.0.17, <c>report_checks -format short</c>, which ends in two empty lines.</summary>
    public const string Short =
        """
        Startpoint: r1 (rising edge-triggered flip-flop clocked by clk)
        Endpoint: l1 (positive level-sensitive latch clocked by clk')
        Path Group: clk
        Path Type: min

        """;

    /// <summary>By hand: <c>report_checks -fields slew</c> of a statistical analysis, where numbers are <c>mean[sigma]</c>.</summary>
    public const string Statistical =
        """
        Startpoint: r1 (rising edge-triggered flip-flop clocked by clk)
        Endpoint: r2 (rising edge-triggered flip-flop clocked by clk)
        Path Group: clk
        Path Type: max

            Slew    Delay     Time   Description
        -------------------------------------------------------------------
                 0.000[0.000] 0.000[0.000]   clock clk (rise edge)
                 0.000[0.000] 0.000[0.000]   clock network delay (ideal)
           0.000 0.000[0.000] 0.000[0.000] ^ r1/CK (DFF_X1)
        0.008[0.001] 0.081[0.004] 0.081[0.004] ^ r1/Q (DFF_X1)
        0.008[0.001] 0.000[0.000] 0.081[0.004] ^ r2/D (DFF_X1)
                          0.081[0.004]   data arrival time

                    1.000    1.000   clock clk (rise edge)
                 -0.040[0.001] 0.960[0.001]   library setup time
                          0.960[0.001]   data required time
        -------------------------------------------------------------------
                          0.960[0.001]   data required time
                          -0.081[0.004]   data arrival time
        -------------------------------------------------------------------
                          0.879[0.004]   slack (MET)

        """;

    /// <summary>By hand: the same with skew-normal distributions, where numbers are <c>mean[shift,sigma,skewness]</c>.</summary>
    public const string Skewed =
        """
        Startpoint: r1 (rising edge-triggered flip-flop clocked by clk)
        Endpoint: r2 (rising edge-triggered flip-flop clocked by clk)
        Path Group: clk
        Path Type: max

            Slew    Delay     Time   Description
        -------------------------------------------------------------------
                 0.000[0.000,0.000,0.000] 0.000[0.000,0.000,0.000]   clock clk (rise edge)
                 0.000[0.000,0.000,0.000] 0.000[0.000,0.000,0.000]   clock network delay (ideal)
           0.000 0.000[0.000,0.000,0.000] 0.000[0.000,0.000,0.000] ^ r1/CK (DFF_X1)
        0.008[0.000,0.001,0.250] 0.081[-0.002,0.004,1.125] 0.081[-0.002,0.004,1.125] ^ r1/Q (DFF_X1)
        0.008[0.000,0.001,0.250] 0.000[0.000,0.000,0.000] 0.081[-0.002,0.004,1.125] ^ r2/D (DFF_X1)
                          0.081[-0.002,0.004,1.125]   data arrival time

                    1.000    1.000   clock clk (rise edge)
                 -0.040[0.000,0.001,0.000] 0.960[0.000,0.001,0.000]   library setup time
                          0.960[0.000,0.001,0.000]   data required time
        -------------------------------------------------------------------
                          0.960[0.000,0.001,0.000]   data required time
                          -0.081[0.002,0.004,1.125]   data arrival time
        -------------------------------------------------------------------
                          0.879[0.002,0.004,-1.107]   slack (MET)

        """;

    /// <summary>All that have a table.</summary>
    public static IReadOnlyList<string> WithTable { get; } = [Wrapped, Fields, Latch, Unconstrained, Attributes, Statistical, Skewed];
}
