namespace Slackline.Tests.Reports.Paths;

/// <summary>Paths in JSON; each says which command and version made it.</summary>
internal static class JsonSamples
{
    /// <summary>OpenSTA 3.1.0, <c>report_checks -path_delay min -format json -group_path_count 30 -endpoint_path_count 3</c>: the first object, without the comma after it.</summary>
    public const string Check =
        """
        {
          "type": "check",
          "path_group": "clk",
          "path_type": "min",
          "startpoint": "_412_/Q",
          "endpoint": "_412_/D",
          "source_clock": "clk",
          "source_clock_edge": "rise",
          "source_clock_path": [
            {
              "instance": "",
              "cell": "gcd",
              "verilog_src": "",
              "pin": "clk",
              "arrival": 0.000e+00,
              "capacitance": 3.162e-14,
              "slew": 1.000e-10
            },
            {
              "instance": "clkbuf_0_clk",
              "cell": "sky130_fd_sc_hd__clkbuf_4",
              "verilog_src": "",
              "pin": "clkbuf_0_clk/A",
              "net": "clk",
              "arrival": 9.570e-13,
              "slew": 1.019e-10
            },
            {
              "instance": "clkbuf_0_clk",
              "cell": "sky130_fd_sc_hd__clkbuf_4",
              "verilog_src": "",
              "pin": "clkbuf_0_clk/X",
              "net": "clknet_0_clk",
              "arrival": 2.072e-10,
              "capacitance": 3.448e-14,
              "slew": 1.132e-10
            },
            {
              "instance": "clkbuf_2_3__f_clk",
              "cell": "sky130_fd_sc_hd__clkbuf_4",
              "verilog_src": "",
              "pin": "clkbuf_2_3__f_clk/A",
              "net": "clknet_0_clk",
              "arrival": 2.080e-10,
              "slew": 1.132e-10
            },
            {
              "instance": "clkbuf_2_3__f_clk",
              "cell": "sky130_fd_sc_hd__clkbuf_4",
              "verilog_src": "",
              "pin": "clkbuf_2_3__f_clk/X",
              "net": "clknet_2_3__leaf_clk",
              "arrival": 4.284e-10,
              "capacitance": 3.969e-14,
              "slew": 1.274e-10
            },
            {
              "instance": "_412_",
              "cell": "sky130_fd_sc_hd__dfxtp_1",
              "verilog_src": "",
              "pin": "_412_/CLK",
              "net": "clknet_2_3__leaf_clk",
              "arrival": 4.314e-10,
              "slew": 1.276e-10
            }
          ],
          "source_path": [
            {
              "instance": "_412_",
              "cell": "sky130_fd_sc_hd__dfxtp_1",
              "verilog_src": "",
              "pin": "_412_/Q",
              "net": "ctrl.state.out[1]",
              "arrival": 2.997e-10,
              "capacitance": 5.259e-15,
              "slew": 6.141e-11
            },
            {
              "instance": "_290_",
              "cell": "sky130_fd_sc_hd__a32o_1",
              "verilog_src": "",
              "pin": "_290_/B2",
              "net": "ctrl.state.out[1]",
              "arrival": 2.998e-10,
              "slew": 6.141e-11
            },
            {
              "instance": "_290_",
              "cell": "sky130_fd_sc_hd__a32o_1",
              "verilog_src": "",
              "pin": "_290_/X",
              "net": "_001_",
              "arrival": 4.168e-10,
              "capacitance": 2.542e-15,
              "slew": 4.642e-11
            },
            {
              "instance": "_412_",
              "cell": "sky130_fd_sc_hd__dfxtp_1",
              "verilog_src": "",
              "pin": "_412_/D",
              "net": "_001_",
              "arrival": 4.169e-10,
              "slew": 4.642e-11
            }
          ],
          "target_clock": "clk",
          "target_clock_edge": "rise",
          "target_clock_path": [
            {
              "instance": "",
              "cell": "gcd",
              "verilog_src": "",
              "pin": "clk",
              "arrival": 0.000e+00,
              "capacitance": 3.162e-14,
              "slew": 1.000e-10
            },
            {
              "instance": "clkbuf_0_clk",
              "cell": "sky130_fd_sc_hd__clkbuf_4",
              "verilog_src": "",
              "pin": "clkbuf_0_clk/A",
              "net": "clk",
              "arrival": 9.570e-13,
              "slew": 1.019e-10
            },
            {
              "instance": "clkbuf_0_clk",
              "cell": "sky130_fd_sc_hd__clkbuf_4",
              "verilog_src": "",
              "pin": "clkbuf_0_clk/X",
              "net": "clknet_0_clk",
              "arrival": 2.072e-10,
              "capacitance": 3.448e-14,
              "slew": 1.132e-10
            },
            {
              "instance": "clkbuf_2_3__f_clk",
              "cell": "sky130_fd_sc_hd__clkbuf_4",
              "verilog_src": "",
              "pin": "clkbuf_2_3__f_clk/A",
              "net": "clknet_0_clk",
              "arrival": 2.080e-10,
              "slew": 1.132e-10
            },
            {
              "instance": "clkbuf_2_3__f_clk",
              "cell": "sky130_fd_sc_hd__clkbuf_4",
              "verilog_src": "",
              "pin": "clkbuf_2_3__f_clk/X",
              "net": "clknet_2_3__leaf_clk",
              "arrival": 4.284e-10,
              "capacitance": 3.969e-14,
              "slew": 1.274e-10
            },
            {
              "instance": "_412_",
              "cell": "sky130_fd_sc_hd__dfxtp_1",
              "verilog_src": "",
              "pin": "_412_/CLK",
              "net": "clknet_2_3__leaf_clk",
              "arrival": 4.314e-10,
              "slew": 1.276e-10
            }
          ],
          "data_arrival_time": 4.169e-10,
          "crpr": 0.000e+00,
          "margin": -3.750e-11,
          "required_time": -3.750e-11,
          "slack": 4.544e-10
        }

        """;

    /// <summary>The same path by <c>report_checks -path_delay min -format full -group_path_count 30 -endpoint_path_count 3</c>.</summary>
    public const string CheckAsText =
        """
        Startpoint: _412_ (rising edge-triggered flip-flop clocked by clk)
        Endpoint: _412_ (rising edge-triggered flip-flop clocked by clk)
        Path Group: clk
        Path Type: min

          Delay    Time   Description
        ---------------------------------------------------------
           0.00    0.00   clock clk (rise edge)
           0.00    0.00   clock network delay (ideal)
           0.00    0.00 ^ _412_/CLK (sky130_fd_sc_hd__dfxtp_1)
           0.30    0.30 ^ _412_/Q (sky130_fd_sc_hd__dfxtp_1)
           0.12    0.42 ^ _290_/X (sky130_fd_sc_hd__a32o_1)
           0.00    0.42 ^ _412_/D (sky130_fd_sc_hd__dfxtp_1)
                   0.42   data arrival time

           0.00    0.00   clock clk (rise edge)
           0.00    0.00   clock network delay (ideal)
           0.00    0.00   clock reconvergence pessimism
                   0.00 ^ _412_/CLK (sky130_fd_sc_hd__dfxtp_1)
          -0.04   -0.04   library hold time
                  -0.04   data required time
        ---------------------------------------------------------
                  -0.04   data required time
                  -0.42   data arrival time
        ---------------------------------------------------------
                   0.45   slack (MET)

        """;

    /// <summary>By hand, after ReportPath.cc of OpenSTA 3.1.0: a path without a check, a place, pins of the hierarchy.</summary>
    public const string Unconstrained =
        """
        {
          "type": "unconstrained",
          "path_group": "unconstrained",
          "path_type": "max",
          "startpoint": "in2",
          "endpoint": "out",
          "source_path": [
            {
              "instance": "",
              "cell": "top",
              "verilog_src": "",
              "pin": "in2",
              "net": "in2",
              "arrival": 0.000e+00,
              "capacitance": 9.747e-16,
              "slew": 0.000e+00
            },
            {
              "instance": "u1",
              "cell": "BUF_X1",
              "verilog_src": "top.v:12.3-14.5",
              "pin": "u1/Z",
              "net": "out",
              "hier_pins": [
                "h1/out",
                "h1/h2/out"
              ],
              "x": 0.000012000,
              "y": -0.000000340,
              "arrival": 1.003e-10,
              "capacitance": 0.000e+00,
              "slew": 3.638e-12
            }
          ]
        }

        """;

    /// <summary>By hand, after ReportPath.cc of the year 2024: keys of other names, numbers that few paths have.</summary>
    public const string OldKeys =
        """
        {
          "type": "check",
          "path_group": "path delay",
          "path_type": "max",
          "startpoint": "in1",
          "endpoint": "r1/D",
          "source_path": [
            {
              "inst": "",
              "src": "",
              "pin": "in1",
              "nets": [
                "in1"
              ],
              "arrival": 5.000e-10,
              "slew": 0.000e+00
            },
            {
              "inst": "r1",
              "cell": "DFF_X1",
              "src": "top.v:20.1",
              "pin": "r1/D",
              "nets": [
                "in1"
              ],
              "arrival": 5.123e-10,
              "slew": 1.250e-11
            }
          ],
          "target_clock": "clk",
          "target_clock_edge": "fall",
          "target_clock_path": [
            {
              "inst": "r1",
              "cell": "DFF_X1",
              "src": "",
              "pin": "r1/CKN",
              "arrival": 5.000e-09,
              "slew": 0.000e+00
            }
          ],
          "data_arrival_time": 5.123e-10,
          "multi_cycle_path": 2,
          "path_delay": 4.000e-10,
          "crpr": 0.000e+00,
          "margin": 2.000e-11,
          "required_time": 3.800e-10,
          "slack": -1.323e-10
        }

        """;

    /// <summary>By hand, after ReportPath.cc of the first version that printed JSON: points that name no instance.</summary>
    public const string NoInstances =
        """
        {
          "type": "unconstrained",
          "path_group": "(none)",
          "path_type": "min",
          "startpoint": "in1",
          "endpoint": "out",
          "source_path": [
            {
              "pin": "in1",
              "arrival": 0.000e+00,
              "slew": 0.000e+00
            },
            {
              "pin": "out",
              "x": 0.000001000,
              "y": 0.000002000,
              "arrival": 5.123e-11,
              "slew": 1.250e-11
            }
          ]
        }

        """;

    /// <summary>By hand, after ReportPath.cc: <c>report_path -format json</c>, which an empty line ends.</summary>
    public const string PathAlone =
        """
        {
        "path": [
          {
            "instance": "r1",
            "cell": "DFF_X1",
            "verilog_src": "",
            "pin": "r1/CK",
            "net": "clk",
            "arrival": 0.000e+00,
            "slew": 1.000e-11
          },
          {
            "instance": "r1",
            "cell": "DFF_X1",
            "verilog_src": "",
            "pin": "r1/Q",
            "net": "q1",
            "arrival": 8.371e-11,
            "capacitance": 9.747e-16,
            "slew": 7.314e-12
          }
        ]
        }


        """;

    /// <summary>By hand, after the first versions of <c>report_path -format json</c>, 2021 to 2023: the list opens on the object's first line.</summary>
    public const string InlinePath =
        """
        { "path": [
            {
               "pin": "r1/Q",
               "x": 0.000201000,
               "y": 0.000100500,
               "arrival": 8.371e-11,
               "slew": 7.314e-12
            },
            {
               "pin": "u1/A",
               "arrival": 8.402e-11,
               "slew": 7.320e-12
            }
          ]
        }

        """;

    /// <summary>The paths of <c>report_checks</c>.</summary>
    public static IReadOnlyList<string> Checks { get; } = [Check, Unconstrained, OldKeys, NoInstances];

    /// <summary>A list of paths, as <c>report_checks -format json</c> prints it.</summary>
    public static string List(params IReadOnlyList<string> paths) =>
        "{\"checks\": [\n" + string.Join(",\n", paths.Select(static path => path.TrimEnd('\n'))) + "\n]\n}\n";
}
