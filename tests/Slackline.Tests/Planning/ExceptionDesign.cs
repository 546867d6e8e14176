using System.Globalization;
using System.Text;
using Slackline.Demo;

namespace Slackline.Tests.Planning;

/// <summary>
/// A generated design with many more timing exceptions than the demonstration has, of all kinds and in all directions, by a seed: they are what a bound on the slack
/// that is given to the tool goes wrong on.
/// </summary>
internal static class ExceptionDesign
{
    /// <summary>Writes the design and the script that loads it.</summary>
    /// <param name="directory">An empty directory.</param>
    /// <param name="seed">Another seed gives other exceptions.</param>
    /// <returns>The setup script.</returns>
    public static string Write(string directory, int seed)
    {
        var random = new Random(seed);
        DemoFiles files = DemoDesign.Write(directory, new DemoOptions(Endpoints: 640, Depth: random.Next(3, 7), Clocks: 3, Corners: random.Next(1, 3), Seed: (ulong)seed));
        var script = new StringBuilder();
        script.AppendLine(CultureInfo.InvariantCulture, $"source {files.Setup}");
        for (int i = 0; i < 14; i++)
        {
            script.AppendLine(Exception(random));
        }

        string setup = Path.Combine(directory, "with_exceptions.tcl");
        File.WriteAllText(setup, script.ToString());
        return setup;
    }

    private static string Exception(Random random)
    {
        string index = random.Next(12).ToString(CultureInfo.InvariantCulture);
        string from = Pick(random, "", "", "get_ports {data_in[%]}", "get_cells core/dp_0/stage_0/*_reg_%", "get_pins core/dp_0/stage_0/*_reg_%/CK", "get_clocks core_clk");
        string to = Pick(random, "get_ports {data_out[%]}", "get_pins core/dp_0/stage_0/*_reg_%/D", "get_pins specials/*/*/D", "get_cells core/dp_0/stage_0/*_reg_%", "get_clocks io_clk");
        double delay = random.NextDouble() * 2;
        string exception = random.Next(6) switch
        {
            0 or 1 => string.Create(CultureInfo.InvariantCulture, $"set_min_delay {delay:0.00}{Pick(random, "", " -ignore_clock_latency")}"),
            2 or 3 => string.Create(CultureInfo.InvariantCulture, $"set_max_delay {delay:0.00}{Pick(random, "", " -ignore_clock_latency")}"),
            4 => $"set_multicycle_path {random.Next(2, 4)}{Pick(random, " -setup", " -hold", "")}",
            _ => $"set_false_path{Pick(random, "", " -setup", " -hold")}",
        };

        // Where the design has no object of the name, the exception is left out.
        string ends = (from.Length == 0 ? "" : $"[{from} -quiet] ") + $"[{to} -quiet]";
        return $$"""
            set ends [list {{ends.Replace("%", index, StringComparison.Ordinal)}}]
            if { "" ni $ends } { {{exception}} {{(from.Length == 0 ? "-to [lindex $ends 0]" : "-from [lindex $ends 0] -to [lindex $ends 1]")}} }
            """;
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
