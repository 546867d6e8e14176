using System.Globalization;
using System.Text;
using Slackline.Reports;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Tests.Queries;

/// <summary>A small report that has a bit of everything, printed as OpenSTA does and read by the real reader.</summary>
internal static class SampleReport
{
    private const string Titles =
        "Fanout     Cap    Slew   Delay Variation    Time   Description                          Src Attr\n" +
        "----------------------------------------------------------------------------------------------------------------------------\n";

    private const string Dashes =
        "----------------------------------------------------------------------------------------------------------------------------\n";

    /// <summary>
    /// Path 0 violates inside the core; 1 comes from a port and is met; 2 is a hold path between clocks, with corner and mode;
    /// 3 is unconstrained; 4 violates badly, with dots for hierarchy; 5 is printed without fields.
    /// </summary>
    public static string Text { get; } =
        Heading("core/alu/r1", "rising edge-triggered flip-flop clocked by clk", "core/dp/r2", "rising edge-triggered flip-flop clocked by clk", "clk", "max")
        + Titles
        + Row("", "", "0.02", "0.00", "", "0.00", "^", "core/alu/r1/CK (DFF_X1)")
        + Row("2", "0.01", "0.04", "0.32", "0.01", "0.32", "v", "core/alu/r1/Q (DFF_X1)")
        + Row("", "", "", "", "", "", " ", "core/alu/n1 (net)")
        + Row("3", "0.05", "0.12", "0.25", "0.02", "0.57", "v", "core/alu/b1/Z (CLKBUF_X2)")
        + Row("1", "0.02", "0.08", "0.10", "0.01", "0.67", "^", "core/dp/u7/ZN (NAND2_X1)")
        + Row("", "", "0.08", "0.00", "", "0.67", "^", "core/dp/r2/D (DFF_X1)")
        + Tail("0.67", "0.55", "-0.12", "core/dp/r2/CK (DFF_X1)")
        + Heading("in1", "input port clocked by ext", "core/dp/r3", "rising edge-triggered flip-flop clocked by clk", "io", "max")
        + Titles
        + Row("1", "0.01", "0.00", "0.20", "", "0.20", "^", "in1 (in)")
        + Row("1", "0.03", "0.05", "0.10", "", "0.30", "^", "core/b2/Z (BUF_X4)")
        + Row("", "", "0.05", "0.00", "", "0.30", "^", "core/dp/r3/D (DFF_X1)")
        + Tail("0.30", "0.40", "0.10", "core/dp/r3/CK (DFF_X1)")
        + Heading("core/alu/r1", "rising edge-triggered flip-flop clocked by clk", "core/alu2/r4", "rising edge-triggered flip-flop clocked by clk2", "clk2", "min", "Mode: func\nCorner: slow\n")
        + Titles
        + Row("", "", "0.02", "0.00", "", "0.00", "^", "core/alu/r1/CK (DFF_X1)")
        + Row("9", "0.02", "0.40", "0.05", "0.01", "0.05", "v", "core/alu/r1/Q (DFF_X1)")
        + Row("", "", "0.40", "0.00", "", "0.05", "v", "core/alu2/r4/D (DFF_X1)")
        + Tail("0.05", "0.05", "0.00", "core/alu2/r4/CK (DFF_X1)")
        + Heading("in2", "input port", "out1", "output port", "unconstrained", "max")
        + Titles
        + Row("1", "0.01", "0.00", "0.00", "", "0.00", "^", "in2 (in)")
        + Row("", "", "0.00", "0.00", "", "0.00", "^", "out1 (out)")
        + "                                          0.00   data arrival time\n" + Dashes + "(Path is unconstrained)\n\n\n"
        + Heading("core.alu.r5", "rising edge-triggered flip-flop clocked by clk'", "out2", "output port clocked by ext", "io", "max")
        + Titles
        + Row("", "", "0.02", "0.00", "", "0.00", "^", "core.alu.r5/CK (DFF_X2)")
        + Row("4", "0.09", "0.50", "0.90", "0.10", "0.90", "^", "core.alu.r5/Q (DFF_X2)")
        + Row("", "", "0.50", "0.00", "", "0.90", "^", "out2 (out)")
        + Tail("0.90", "0.40", "-0.50", "")
        + """
          Startpoint: _414_ (rising edge-triggered flip-flop clocked by clk)
          Endpoint: _418_ (rising edge-triggered flip-flop clocked by clk)
          Path Group: clk
          Path Type: max

            Delay    Time   Description
          ---------------------------------------------------------
             0.00    0.00   clock clk (rise edge)
             0.00    0.00   clock network delay (ideal)
             0.00    0.00 ^ _414_/CLK (sky130_fd_sc_hd__dfxtp_4)
             4.78    4.78 v _414_/Q (sky130_fd_sc_hd__dfxtp_4)
             0.00    4.78 v _418_/D (sky130_fd_sc_hd__dfxtp_1)
                     4.78   data arrival time

             5.00    5.00   clock clk (rise edge)
             0.00    5.00   clock network delay (ideal)
             0.00    5.00   clock reconvergence pessimism
                     5.00 ^ _418_/CLK (sky130_fd_sc_hd__dfxtp_1)
            -0.16    4.84   library setup time
                     4.84   data required time
          ---------------------------------------------------------
                     4.84   data required time
                    -4.78   data arrival time
          ---------------------------------------------------------
                     0.06   slack (MET)


          """;

    /// <summary>The sample's paths.</summary>
    public static PathChunk Chunk { get; } = Read(Text);

    /// <summary>The paths of a report.</summary>
    public static PathChunk Read(string text, TimingUnits? units = null)
    {
        var chunk = new PathChunk();
        Fill(chunk, text, units);
        return chunk;
    }

    /// <summary>Reads a report into a chunk.</summary>
    public static void Fill(PathChunk chunk, string text, TimingUnits? units = null) =>
        new OpenStaStreamParser(new MemoryStream(Encoding.UTF8.GetBytes(text)), new NoSink(), units ?? TimingUnits.Default).Fill(chunk);

    /// <summary>A full chunk: the sample's paths over and over, with other names and slacks.</summary>
    public static PathChunk Large()
    {
        var text = new StringBuilder();
        for (int i = 0; i < PathChunk.Capacity; i++)
        {
            string number = i.ToString(CultureInfo.InvariantCulture);
            text.Append(Heading($"core/alu/r{number}", "rising edge-triggered flip-flop clocked by clk", $"core/dp/q{number}", "rising edge-triggered flip-flop clocked by clk", "clk", "max"))
                .Append(Titles);
            for (int j = 0; j < 30; j++)
            {
                text.Append(Row("3", "0.05", "0.12", "0.25", "0.02", "0.57", "v", $"core/alu/u{(i + j) % 700}/Z ({(j % 5 == 0 ? "CLKBUF_X2" : "NAND2_X1")})"));
            }

            text.Append(Tail("0.67", "0.55", (i % 100 / 100.0 - 0.5).ToString("F2", CultureInfo.InvariantCulture), "core/dp/r2/CK (DFF_X1)"));
        }

        return Read(text.ToString());
    }

    private static string Heading(string startpoint, string startDetail, string endpoint, string endDetail, string group, string type, string more = "") =>
        $"Startpoint: {startpoint} ({startDetail})\nEndpoint: {endpoint} ({endDetail})\nPath Group: {group}\nPath Type: {type}\n{more}\n";

    private static string Row(string fanout, string cap, string slew, string delay, string variation, string time, string edge, string description) =>
        $"{fanout,6}{cap,8}{slew,8}{delay,8}{variation,8}{time,8} {edge} {description}\n";

    private static string Tail(string arrival, string required, string slack, string capture) =>
        $"{arrival,46}   data arrival time\n\n"
        + (capture.Length > 0 ? $"{"5.00",46} ^ {capture}\n" : "")
        + $"{required,46}   data required time\n{Dashes}{required,46}   data required time\n{"-" + arrival,46}   data arrival time\n{Dashes}"
        + $"{slack,46}   slack ({(slack.StartsWith('-') ? "VIOLATED" : "MET")})\n\n\n";

    private sealed class NoSink : IReportSink
    {
        public void Accept(in ReportBlock block) => Assert.True(block.Damage == Damage.None, Encoding.UTF8.GetString(block.Text));
    }
}
