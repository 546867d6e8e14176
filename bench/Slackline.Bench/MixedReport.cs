using Slackline.Demo;
using Slackline.Sessions;

namespace Slackline.Bench;

/// <summary>
/// A log as the flows of OpenROAD leave it: for each stage and corner a section with paths, tables of checks, power, skew, lists and the messages of other tools, as OpenSTA prints
/// them of a generated design; repeated to a size.
/// </summary>
internal static class MixedReport
{
    private const string Script =
        """
        proc attempt {command} { catch { uplevel #0 $command } }
        proc section {title} {
          puts "\n==========================================================================\n$title\n--------------------------------------------------------------------------"
        }
        set fields {slew capacitance input_pin net}
        set_max_transition 0.2 [current_design]
        foreach stage {"floorplan final" "global place" "cts final" "finish"} {
          section "$stage report_tns"
          attempt report_tns
          section "$stage report_wns"
          attempt report_wns
          section "$stage report_clock_skew"
          attempt report_clock_skew
          foreach side {min max} {
            section "$stage report_checks -path_delay $side"
            attempt {report_checks -path_delay $side -fields $fields -format full_clock_expanded -group_count 50}
          }
          section "$stage report_check_types -max_slew -violators"
          attempt {report_check_types -max_transition -all_violators}
          attempt {report_check_types -max_slew -violators}
          section "$stage report_power"
          attempt report_power
          for {set i 0} {$i < 500} {incr i} {
            puts "\[WARNING GRT-0097\] No global routing found for net net_$i."
            puts "\[INFO RSZ-0058\] Using max wire length [expr 1000 + $i]um."
            puts "   Iteration $i | [expr 7 * $i] buffers | worst slack [expr 0.013 * $i] | u_core/dp_$i/state_reg_$i/D"
          }
        }
        section "lists"
        foreach format {end summary slack_only} { attempt {report_checks -path_delay max -format $format -group_count 1000} }
        attempt report_units
        attempt report_annotated_delay
        attempt {report_parasitic_annotation -report_unannotated}
        attempt {foreach pin [get_fanin -to [lindex [all_registers -data_pins] 0] -flat] { puts [get_full_name $pin] }}
        """;

    /// <summary>Writes a log of at least a size and returns its file.</summary>
    public static string Make(BenchContext context, long size)
    {
        DemoFiles design = DemoDesign.Write(Path.Combine(context.DirectoryPath, "design"), new DemoOptions(Endpoints: 3000));
        string script = Path.Combine(context.DirectoryPath, "mixed.tcl");
        File.WriteAllText(script, $"source {design.Setup}\n{Script}\n");
        (MeasuredProcess sta, string once) = MeasuredProcess.RunAndKeep(StaTool.Find().Path, "-no_splash", "-no_init", "-exit", script);
        if (sta.ExitCode != 0 || once.Length == 0)
        {
            throw new InvalidOperationException($"sta printed no report: {sta.Errors}");
        }

        string report = Path.Combine(context.DirectoryPath, "mixed.rpt");
        using StreamWriter file = File.CreateText(report);
        for (long written = 0; written < size; written += once.Length)
        {
            file.Write(once);
        }

        return report;
    }
}
