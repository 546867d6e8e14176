# Stands between the tool's commands that report timing paths and the procs in which they find and print them, for the time of one
# evaluation. The tool itself has then read the command's words, with all that its Tcl can do. The rest is done here:
#   steering.tcl   narrows what is looked for: to groups and to the side of the check that the filter wants, or to a slice of the endpoints
#   batches.tcl    searches a slice batch by batch
#   recording.tcl  prints only the paths that the filter's bound on the slack lets pass, and records in files of its own what the text does
#                  not say: the exact slack of each path, the endpoints that there are, and how the command was understood
#   latches.tcl    knows which endpoints are reached through latches
#
#   ::slackline::paths::begin HOW, finish   around an evaluation
#   ::slackline::paths::note_effect WHAT    the script is about to do something besides reporting (recording.tcl)
#
# HOW is a dictionary, empty to leave everything as it is:
#   aside FILE        the prefix of the files that are written (recording.tcl)
#   mode MODE         whole: all paths. survey: only the worst path of each endpoint, printed as group and slack, if the command can be
#                     sliced; else as whole. slice: only paths to some pins
#   batches, group, min_max, analysis_mode      the slice: its pins in lists, which are searched and printed one after the other. The search
#                     is slower the more pins it has at once: what it works on does not fit into the processor's caches
#   slack_max, groups, analysis    the bounds of the filter: a slack, path groups, min or max
#   watch BOOLEAN     detect what the script does besides reporting (effects.tcl); a script in the sandbox can do nothing

namespace eval ::slackline::paths {
  variable how ""

  # Procs in one version are commands of the library in another.
  proc can_steer {} {
    foreach name {
      find_timing_paths_cmd report_path_ends parse_key_args parse_clk_inst_port_pin_arg
      PathEnd_slack PathEnd_vertex PathEnd_min_max Vertex_pin set_report_path_format
    } {
      if { ![llength [info commands ::sta::$name]] } {
        return 0
      }
    }
    return 1
  }

  proc begin { asked } {
    variable how $asked
    variable batches ""
    if { $how ne "" && [can_steer] } {
      begin_recording [dict get $how aside]
      if { [dict get $how watch] } {
        ::slackline::effects::begin
      }
      # In their own namespace, in which their bodies look for other commands.
      rename ::sta::find_timing_paths_cmd ::sta::slackline_find_timing_paths_cmd
      rename ::sta::report_path_ends ::sta::slackline_report_path_ends
      proc ::sta::find_timing_paths_cmd { cmd args_var } {
        upvar 1 $args_var args
        if { ![::slackline::paths::steer $cmd args] } {
          set args ""
          return ""
        }
        if { $::slackline::paths::batches ne "" } {
          return [::slackline::paths::find_batch]
        }
        return [slackline_find_timing_paths_cmd $cmd args]
      }
      proc ::sta::report_path_ends { path_ends } {
        while 1 {
          set wanted [::slackline::paths::record_path_ends $path_ends]
          # Of none it would say that none were found.
          if { $wanted ne "" || $path_ends eq "" && [::slackline::paths::may_be_none] } {
            slackline_report_path_ends $wanted
          }
          set path_ends [::slackline::paths::find_batch]
          if { $path_ends eq "" } {
            return
          }
        }
      }
    }
  }

  proc finish {} {
    if { [llength [info commands ::sta::slackline_find_timing_paths_cmd]] } {
      ::slackline::effects::finish
      rename ::sta::find_timing_paths_cmd ""
      rename ::sta::report_path_ends ""
      rename ::sta::slackline_find_timing_paths_cmd ::sta::find_timing_paths_cmd
      rename ::sta::slackline_report_path_ends ::sta::report_path_ends
      end_recording
    }
  }
}
