namespace Slackline.Tests.Streams.Spooling;

/// <summary>Reports in the forms that have no table; those with one are in <see cref="Reports.SamplePaths"/>.</summary>
internal static class ListSamples
{
    /// <summary>sta 2.0.17, <c>report_checks -format end</c>.</summary>
    public const string End =
        """
        max_delay/setup group through

                                             Required  Actual
        Endpoint                               Delay   Delay   Slack
        ------------------------------------------------------------
        through_out[0] (output)                 1.20    0.93    0.27 (MET)
        through_out[1] (output)                 1.20    0.72    0.49 (MET)


        """;

    /// <summary>sta 2.0.17, <c>report_checks -format summary</c>.</summary>
    public const string Summary =
        """
        Startpoint                           Endpoint                               Slack
        --------------------------------------------------------------------------------

        through_in[1] (input)                through_out[0] (output)                 0.27
        through_in[1] (input)                through_out[1] (output)                 0.49


        """;

    /// <summary>sta 2.0.17, <c>report_checks -format slack_only</c>.</summary>
    public const string SlackOnly =
        """
        Group                                  Slack
        --------------------------------------------
        through                                 0.27
        user_group                             -0.29


        """;

    /// <summary>OpenSTA 3.1.0, <c>report_checks -format json</c>.</summary>
    public const string Json =
        """
        {"checks": [
        {
          "type": "check",
          "path_group": "clk",
          "path_type": "max",
          "startpoint": "_1415_/Q",
          "endpoint": "_1416_[0]/D",
          "source_clock": "clk",
          "source_clock_edge": "rise",
          "source_clock_path": [
            {
              "instance": "",
              "cell": "counter",
              "verilog_src": "",
              "pin": "clk",
              "arrival": 0.000e+00,
              "capacitance": 3.742e-15,
              "slew": 0.000e+00
            },
            {
              "instance": "_1415_",
              "cell": "sky130_fd_sc_hd__dfrtp_1",
              "verilog_src": "synthesis/tests/counter.v:22.3-28.6",
              "pin": "_1415_/CLK",
              "net": "clk",
              "arrival": 0.000e+00,
              "slew": 0.000e+00
            }
          ],
          "source_path": [
            {
              "instance": "_1415_",
              "cell": "sky130_fd_sc_hd__dfrtp_1",
              "verilog_src": "synthesis/tests/counter.v:22.3-28.6",
              "pin": "_1415_/Q",
              "net": "mid",
              "arrival": 3.296e-10,
              "capacitance": 1.949e-15,
              "slew": 3.612e-11
            },
            {
              "instance": "_1416_[0]",
              "cell": "sky130_fd_sc_hd__dfrtp_1",
              "verilog_src": "synthesis/tests/counter.v:22.3-28.6",
              "pin": "_1416_[0]/D",
              "net": "mid",
              "arrival": 3.296e-10,
              "slew": 3.612e-11
            }
          ],
          "target_clock": "clk",
          "target_clock_edge": "rise",
          "target_clock_path": [
            {
              "instance": "",
              "cell": "counter",
              "verilog_src": "",
              "pin": "clk",
              "arrival": 0.000e+00,
              "capacitance": 3.742e-15,
              "slew": 0.000e+00
            },
            {
              "instance": "_1416_[0]",
              "cell": "sky130_fd_sc_hd__dfrtp_1",
              "verilog_src": "synthesis/tests/counter.v:22.3-28.6",
              "pin": "_1416_[0]/CLK",
              "net": "clk",
              "arrival": 0.000e+00,
              "slew": 0.000e+00
            }
          ],
          "data_arrival_time": 3.296e-10,
          "crpr": 0.000e+00,
          "margin": 1.207e-10,
          "required_time": 9.879e-09,
          "slack": 9.550e-09
        }
        ]
        }

        """;
}
