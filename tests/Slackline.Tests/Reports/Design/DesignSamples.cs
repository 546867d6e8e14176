namespace Slackline.Tests.Reports.Design;

/// <summary>One report of each kind and version, as the tools print them.</summary>
internal static class DesignSamples
{
    /// <summary>report_power, OpenSTA 2.0.17.</summary>
    public const string PowerWithoutUnit = """
        Group                  Internal  Switching    Leakage      Total
                                  Power      Power      Power      Power
        ----------------------------------------------------------------
        Sequential             0.00e+00   4.62e-04   4.50e-06   4.67e-04   7.6%
        Combinational          0.00e+00   5.67e-03   1.74e-05   5.68e-03  92.4%
        Macro                  0.00e+00   0.00e+00   0.00e+00   0.00e+00   0.0%
        Pad                    0.00e+00   0.00e+00   0.00e+00   0.00e+00   0.0%
        ----------------------------------------------------------------
        Total                  0.00e+00   6.13e-03   2.19e-05   6.15e-03 100.0%
                                   0.0%      99.6%       0.4%

        """;

    /// <summary>report_power, OpenSTA 3.1.0.</summary>
    public const string Power = """
        Group                  Internal  Switching    Leakage      Total
                                  Power      Power      Power      Power (Watts)
        ----------------------------------------------------------------
        Sequential             3.42e-04   9.67e-05   2.96e-10   4.39e-04  33.1%
        Combinational          3.11e-04   4.07e-04   6.86e-10   7.18e-04  54.2%
        Clock                  4.82e-05   1.20e-04   2.30e-11   1.69e-04  12.7%
        Macro                  0.00e+00   0.00e+00   0.00e+00   0.00e+00   0.0%
        Pad                    0.00e+00   0.00e+00   0.00e+00   0.00e+00   0.0%
        ----------------------------------------------------------------
        Total                  7.01e-04   6.24e-04   1.00e-09   1.33e-03 100.0%
                                  52.9%      47.1%       0.0%

        """;

    /// <summary>report_power -digits 6 -instances.</summary>
    public const string InstancePower = """
             Internal    Switching      Leakage        Total
                Power        Power        Power        Power (Watts)
        ----------------------------------------------------
         1.907858e-07 1.987805e-07 3.037800e-12 3.895693e-07 core/u_mix
                  NaN 1.306433e-07 8.422000e-13          NaN core/\a[0]

        """;

    /// <summary>report_power -format json.</summary>
    public const string PowerJson = """
        {
          "Sequential": {
            "internal": 3.02e-04,
            "switching": 2.09e-05,
            "leakage": 2.92e-10,
            "total": 3.23e-04
          },
          "Total": {
            "internal": 4.37e-04,
            "switching": 1.37e-04,
            "leakage": 9.91e-10,
            "total": 5.74e-04
          }
        }

        """;

    /// <summary>report_power -format json with the padding of the older Tcl code.</summary>
    public const string PaddedPowerJson = """
        {
          "Sequential": {
            "internal":   3.02e-04,
            "switching":   2.09e-05,
            "leakage":   2.92e-10,
            "total":   3.23e-04
          }
          ,
          "Total": {
            "internal":   4.37e-04,
            "switching":   1.37e-04,
            "leakage":   9.91e-10,
            "total":   5.74e-04
          }
        }

        """;

    /// <summary>report_power -instances -format json.</summary>
    public const string InstancePowerJson = """
        [
        {
          "name": "u1",
          "internal": 1.907e-07,
          "switching": 1.988e-07,
          "leakage": 3.038e-12,
          "total": 3.896e-07
        }
        ,
        {
          "name": "u2",
          "internal": 7.480e-08,
          "switching": 1.306e-07,
          "leakage": 8.422e-13,
          "total": 2.054e-07
        }
        ]

        """;

    /// <summary>report_activity_annotation -report_annotated -report_unannotated.</summary>
    public const string Activities = """
        vcd             2
        input           1
        unannotated     3
        Annotated pins:
          vcd clk
         user reset
          vcd u1/Q
        Unannotated pins:
         u2/A
         u2/Z

        """;

    /// <summary>report_timing_histogram -num_bins 4 of OpenROAD.</summary>
    public const string Histogram = """
        [-0.006,  0.120): ************************************************** (302)
        [ 0.120,  0.246):  (0)
        [ 0.246,  0.372): * (1)
        [ 0.372,  0.498]: ************************* (151)

        """;

    /// <summary>report_logic_depth_histogram of OpenROAD.</summary>
    public const string DepthHistogram = """
        [ 0,  5): **************************************** (8)
        [ 5, 10]: ************************************************** (10)

        """;

    /// <summary>report_timing_histogram of an OpenROAD that pads to 6 characters, whatever the numbers.</summary>
    public const string WideHistogram = """
        [-430.882, -21.027): ************************************************** (34)
        [-21.027, 388.828]: * (1)

        """;

    /// <summary>report_cell_usage -verbose of a module in OpenROAD.</summary>
    public const string CellUsage = """
        Cell type report for core/alu (ALU_16)
        Cell type report:                       Count       Area
          Tap cell                                228      60.65
          Multi-Input combinational cell          241     316.54
          Total                                   469     377.19

        Cell instance report:
          AND2_X1                                 241     316.54
          TAPCELL_X1                              228      60.65

        """;

    /// <summary>report_cell_usage -verbose of OpenROAD from 2026 on, with names and numbers that need wide columns.</summary>
    public const string WideCellUsage = """
        Cell type report:                                     Count            Area
          Buffer                                           12345678   1234567890.50
          Total                                            12345678   1234567890.50

        Cell instance report:
          A_MASTER_WITH_A_NAME_LONGER_THAN_ITS_COLUMN_X1   12345678   1234567890.50

        """;

    /// <summary>report_cell_usage of OpenROAD before it printed areas.</summary>
    public const string CellCounts = """
        Cell usage report:
          Fill cells: 168
          Buffer/inverters: 232
          Sequential cells: 35

        """;

    /// <summary>By hand: report_long_wires of OpenROAD.</summary>
    public const string LongWires = """
        Driver    length delay
        u2/Z manhtn 1998.8 steiner 2014.2 0.57
        in1 manhtn 2.2 steiner 2.2 0.00

        """;

    /// <summary>report_design_area of OpenROAD.</summary>
    public const string DesignArea = "Design area 670 um^2 10% utilization.\n";

    /// <summary>report_annotated_delay -list_annotated -list_not_annotated -constant_arcs, OpenSTA 2.0.17.</summary>
    public const string AnnotatedDelay = NotAnnotated + """
        Delay type                        Total    Annotated   Annotated
        ----------------------------------------------------------------
        cell arcs                         25452           1       25451
        constant arcs                                     0           4
        net arcs from primary inputs         59           0          59
        constant arcs                                     0           0
        ----------------------------------------------------------------
                                          25511           1       25510

        Annotated Arcs
         delay              u1/A -> u1/Z

        Unannotated Arcs
         primary input net  core_clk -> core/buf/A
         internal net       u1/Z -> u2/A

        """;

    /// <summary>report_annotated_check -report_annotated, OpenSTA 3.1.0, with its space for a condition.</summary>
    public const string AnnotatedCheck =
        NotAnnotated +
        "Check type                        Total    Annotated   Annotated\n" +
        "----------------------------------------------------------------\n" +
        "cell setup arcs                       2           2           0\n" +
        "cell period arcs                      1           1           0\n" +
        "----------------------------------------------------------------\n" +
        "                                      3           3           0\n" +
        "\n" +
        "Annotated Arcs\n" +
        " setup              r1/CK -> r1/D \n" +
        " setup              r1/CK -> r1/D SE == 1'b0\n" +
        " period             r1/CK\n";

    /// <summary>report_parasitic_annotation -report_unannotated.</summary>
    public const string ParasiticAnnotation = """
        Found 2 unannotated drivers.
         u1/Z
         u2/Z
        Found 2 partially unannotated drivers.
         u3/Z
          u4/A
          u5/A
         u6/Z
          u7/A

        """;

    /// <summary>report_parasitic_annotation.</summary>
    public const string ParasiticCounts = """
        Found 0 unannotated drivers.
        Found 3 partially unannotated drivers.

        """;

    /// <summary>report_net -connections -verbose -hier_pins -digits 4, OpenSTA 2.0.17.</summary>
    public const string HierarchicalNet = """
        Net data_in[6]
         Pin capacitance: 3.2000
         Wire capacitance: r 1.7600 f 1.8000
         Total capacitance: r 4.9600:5.0000 f 4.9000:5.1000
         Number of drivers: 1
         Number of loads: 1
         Number of pins: 2

        Driver pins
         data_in[6] input port wire 1.0000 pin r 0.2000 f 0.3000

        Load pins
         core/u_mix_6/A input (XOR2_X1) 3.2000

        Hierarchical pins
         core/data_in[6] input

        """;

    /// <summary>report_net -connections, OpenSTA 2.0.17.</summary>
    public const string PlainNet = """
        Net data_in[6]
        Driver pins
         data_in[6] input port

        Load pins
         core/u_mix_6/A input (XOR2_X1)

        """;

    /// <summary>report_net of OpenROAD, which knows where pins are.</summary>
    public const string PlacedNet = """
        Net n2
         Pin capacitance: 1.06-1.14
         Wire capacitance: 0.00
         Total capacitance: 1.06-1.14
         Number of drivers: 1
         Number of loads: 1
         Number of pins: 3

        Driver pins
         and1/ZN output (AND2_X1) (120, 44)

        Load pins
         reg1/D input (DFF_X1) 1.06-1.14 (133, 44)


        Other pins
         mem/VREF internal (SRAM)

        """;

    /// <summary>report_instance -connections -verbose, OpenSTA 2.0.17.</summary>
    public const string VerboseInstance = """
        Instance specials/dividers/u_half
         Cell: DFF_X1
         Library: demo_tt
         Path cells: specials/special_dividers/DFF_X1
         Input pins:
          CK input specials/dividers/u_core_clk_buf_z
           specials/dividers/u_half/CK input
           core_clk output port
          D input (unconnected)
         Output pins:
          Q output specials/dividers/u_half_z
           specials/dividers/u_half_buf/A input
         Other pins:
          IQ internal (unconnected)

        """;

    /// <summary>report_instance of a hierarchical instance.</summary>
    public const string HierarchicalInstance = """
        Instance sub1
         Cell: sub_block
         Library: verilog
         Path cells: sub_block
         Input pins:
          A input w1
         Output pins:
          Y output w2
         Children:
          and_gate (AND2_X1)
          buf_gate (BUF_X1)

        """;

    /// <summary>report_cell, OpenSTA 2.0.17.</summary>
    public const string BareInstance = """
        Instance core
         Cell: core
         Library: verilog
         Path cells: core

        """;

    /// <summary>report_lib_cell, OpenSTA 2.0.17.</summary>
    public const string LibraryCell = """
        Cell DFF_X1
        Library demo_tt
        File /tmp/demo/demo tt.lib
         IQ internal
         CK input 2.40
         Q output function=IQ

        """;

    /// <summary>report_lib_cell, OpenSTA 3.1.0.</summary>
    public const string LibraryCellWithArcs = """
        Cell AOI21_X1
        Library NangateOpenCellLibrary
         VDD power
         B[1:0] input 1.45-1.65
           B[1] input 1.45-1.65
           B[0] input 1.41-1.68
         ZN tristate enable=!EN function=!(A+(B[1]*B[0])) 0.20

        Timing arcs
         A -> ZN
          combinational
          when !B1*!B2
          ^ -> v
          v -> ^
         CK -> ZN
          Reg Clk to Q
          ^ -> ^

        """;

    /// <summary>report_dcalc of a gate, OpenSTA 2.0.17 with the last lines of newer ones.</summary>
    public const string GateCalculation = """
        Library: demo_tt
        Cell: XOR2_X1
        Arc sense: non_unate
        Arc type: combinational
        A v -> Z v
        Pi model C2=0.00 Rpi=0.00 C1=4.76, Ceff=4.76
        P = 1.00 V = 1.20 T = 25.00
        ------- input_net_transition = 0.03
        |       total_output_net_capacitance = 4.76
        |        2.00     12.00
        v      --------------------
        0.01 | 0.08     0.11
        0.08 | 0.09     0.13
        Table value = 0.09
        PVT scale factor = 1.00
        Delay = 0.09

        ------- input_net_transition = 0.03
        |       total_output_net_capacitance = 4.76
        |        2.00
        v      --------------------
        0.01 | 0.04

        Table value = 0.05
        PVT scale factor = 1.00
        Slew = 0.05
        Negative slew clipped to 0.0
        Driver waveform slew = 0.06
        Annotated value = 0.10

        .............................................

        A ^ -> Z v

        .............................................

        """;

    /// <summary>report_dcalc of a gate under <c>set_debug</c>.</summary>
    public const string DebuggedCalculation = """
        Library: demo_tt
        Cell: BUF_X1
        Arc sense: positive_unate
        Arc type: combinational
        A ^ -> Z ^
        delay_calc: find delays r1/Q (DFF_X1)
        delay_calc: found 2 delays
        P = 1.00 V = 1.10 T = 25.00
        Delay = 0.02

        dmp_ceff: delay = 0.02 slew = 0.01
        Slew = 0.01

        .............................................

        """;

    /// <summary>report_dcalc of a check.</summary>
    public const string CheckCalculation = """
        Library: demo_tt
        Cell: DFF_X1
        Arc type: setup
        CK ^ -> D ^
        P = 1.000 V = 1.200 T = 25.000
        ------- related_pin_transition = 0.102 (ideal clock)
        |       constrained_pin_transition = 0.042
        |        0.010     0.150
        v      --------------------
        0.010 | 0.085     0.094
        0.150 | 0.081     0.090
        Table value = 0.084
        PVT scale factor = 1.000
        Check = 0.084

        .............................................

        CK ^ -> D v
        Table is indexed by
          related_pin_transition = 0.102
          0.010      0.150
            --------------------
        | 0.085     0.094
        Table value = 0.088
        Check = 0.088

        Table is indexed by
          related_pin_transition = INF
        Table value constant = -0.001

        .............................................

        """;

    /// <summary>By the tool's own printing code of tables with three axes: no library at hand has one.</summary>
    public const string CubeCalculation =
        """
        Library: demo_tt
        Cell: FA_X1
        Arc sense: non_unate
        Arc type: combinational
        A ^ -> S ^
           --------- input_net_transition = 0.00
           |    ---- total_output_net_capacitance = 0.20
           |    |    related_out_total_output_net_capacitance = 0.10
           |    |    0.00     0.30
           v    |    --------------------
         0.01   v   / 0.23     0.25
        0.00  0.20 | 0.10     0.20
                   |/ 0.30     0.32
              0.40 | 0.20     0.30
        Table value = 0.13
        PVT scale factor = 1.00
        Delay = 0.13

        .............................................

        """;

    /// <summary>Likewise of linear models.</summary>
    public const string LinearCalculation =
        """
        Library: old
        Cell: BUF
        Arc sense: positive_unate
        Arc type: combinational
        A ^ -> Z ^
        Delay = 0.10 + 0.20 * 0.30 = 0.16
        .............................................

        """;

    /// <summary>check_setup -verbose.</summary>
    public const string Setup = """
        Warning: There are 2 input ports missing set_input_delay.
          debug_in
          free_clk
        Warning: There is 1 output port missing set_output_delay.
          debug_out
        Warning: There is 1 unclocked register/latch pin.
          u_unclocked/CK
        Warning: There are 2 register/latch pins with multiple clocks.
          r1/CK
          r2/CK
        Warning: There is 1 unconstrained endpoint.
          debug_out
        Warning: There is 1 combinational loop in the design.
          u1/A
          u1/Z
          | loop cut point
          u2/A
          --------------------------------
        Warning: There are 2 generated clocks that are not connected to a clock source.
          half
          quarter

        """;

    /// <summary>check_setup.</summary>
    public const string SetupCounts = """
        Warning: There are 20 input ports missing set_input_delay.
        Warning: There is 1 generated clock that is not connected to a clock source.

        """;

    /// <summary>report_constant.</summary>
    public const string Constants = """
        S 1 case=1
        A X
        Z 0 case=0 logic=0

        """;

    /// <summary>report_disabled_edges.</summary>
    public const string DisabledEdges = """
        data_in[29] core/u_mix_29/A constant A=1 data_in[29]=1
        core/state_reg_115 RN Q timing_enable_preset_clear_arcs
        core/u_mix_29 A Z constraint, constant positive_unate B=0, loop
        core/mux A Z when: S & !T cond_default
        core/buf A Z constraint

        """;

    /// <summary>sta::report_loops, OpenSTA 2.0.17: two buffers after a gate, in a loop.</summary>
    public const string Loop = " g1/Z\n b1/A\n b1/Z\n b2/A\n b2/Z\n g1/B\n g1/Z\n";

    /// <summary>report_pin.</summary>
    public const string Pin = "Pin core/u_mix_29/A input 3.20 data_in[29]\n";

    /// <summary>report_pin of a hierarchical pin.</summary>
    public const string HierarchicalPin = "Pin core/data_in[6] hierarchical input data_in[6]\n";

    /// <summary>report_pin of a port.</summary>
    public const string PortPin = "Pin out output port (unconnected)\n";

    private const string NotAnnotated = "                                                          Not   \n";

    /// <summary>Every sample by its name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = typeof(DesignSamples).GetFields().ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);
}
