using System.Globalization;
using System.Text;
using Slackline.Reports;
using Slackline.Reports.Reading;
using Slackline.Timing;

namespace Slackline.Spooler;

/// <summary>Paths that can be told apart: a path's slack is a hundredth of its number. Read from text as all paths are.</summary>
public static class NumberedPaths
{
    /// <summary>sta 2.0.17, <c>report_checks</c>, a wrapped startpoint line and an output port: path 50, but for the buffer's name.</summary>
    public const string Sample =
        """
        Startpoint: r2.with$a_very_long_name_indeed_longer_than_fifty_characters[3]
                    (rising edge-triggered flip-flop clocked by clk)
        Endpoint: o (output port clocked by clk)
        Path Group: clk
        Path Type: max

          Delay    Time   Description
        ---------------------------------------------------------
           0.00    0.00   clock clk (rise edge)
           0.00    0.00   clock network delay (ideal)
           0.00    0.00 ^ r2.with$a_very_long_name_indeed_longer_than_fifty_characters[3]/CK (DFF_X1)
           0.25    0.25 v r2.with$a_very_long_name_indeed_longer_than_fifty_characters[3]/Q (DFF_X1)
           0.15    0.40 v b4/Z (BUF_X1)
           0.00    0.40 v o (out)
                   0.40   data arrival time

           1.00    1.00   clock clk (rise edge)
           0.00    1.00   clock network delay (ideal)
           0.00    1.00   clock reconvergence pessimism
          -0.10    0.90   output external delay
                   0.90   data required time
        ---------------------------------------------------------
                   0.90   data required time
                  -0.40   data arrival time
        ---------------------------------------------------------
                   0.50   slack (MET)

        """;

    /// <summary>The text of a path.</summary>
    public static string TextOf(long number) => Sample
        .Replace(" b4/Z", string.Create(CultureInfo.InvariantCulture, $" b{number}/Z"), StringComparison.Ordinal)
        .Replace("           0.50   slack", string.Create(CultureInfo.InvariantCulture, $"{number / 100.0,15:0.00}   slack"), StringComparison.Ordinal);

    /// <summary>Empties a chunk and fills it with paths.</summary>
    public static PathChunk Fill(PathChunk chunk, long first, int count)
    {
        chunk.Clear();
        for (long number = first; number < first + count; number++)
        {
            Append(chunk, number);
        }

        return chunk;
    }

    /// <summary>Adds a path to a chunk.</summary>
    public static void Append(PathChunk chunk, long number) =>
        new ReportReader(TimingUnits.Default).Read(Encoding.UTF8.GetBytes(TextOf(number)), isFinal: true, chunk, new Discard(), out int _);

    /// <summary>A path's number, as its slack says it.</summary>
    public static long NumberOf(TimingPath path) => (long)Math.Round(path.Slack * 100);

    private sealed class Discard : IReportSink
    {
        public void Accept(in ReportBlock block)
        {
        }
    }
}
