# Records beside a report's text what the text does not say. All files are opened before the evaluation: in the sandbox nothing can be
# opened any more.
#
#   FILE.plan       dictionaries, each ended by a zero byte, of which the last counts: how the command was understood, and what the script
#                   does besides reporting. It only grows, since it is read while the script runs
#   FILE.slacks     a single-precision number for each path, in the order in which they are printed. Before each batch of a slice a NaN
#                   (0x7fc00000) and the seconds that finding it took; without batches 0x7fc00002 between two reports, and 0x7fc00001 for a
#                   path of which no slack is recorded. The NaNs are written as integers, since as numbers they would be refused
#   FILE.endpoints  of a survey: a line for each endpoint with slack, min or max, mode, 1 after a latch, the pin's handle and the pin's name

namespace eval ::slackline::paths {
  # Files: plan, slacks, endpoints.
  variable files
  variable plan ""
  # How many reports of paths the script has begun.
  variable reports 0
  # Off once the script sends or keeps a report's text elsewhere: the printed text then differs from the recorded one.
  variable is_recording 1
  # The mode of each scene of a design with several modes, otherwise empty.
  variable mode_of_scene

  proc begin_recording { file } {
    variable searches 0
    variable reports 0
    variable is_recording 1
    variable plan ""
    variable files
    foreach kind {plan slacks endpoints} {
      set files($kind) [open $file.$kind w]
      fconfigure $files($kind) -translation lf -encoding utf-8
    }
    fconfigure $files(slacks) -translation binary
  }

  proc end_recording {} {
    variable files
    foreach kind {plan slacks endpoints} {
      close $files($kind)
    }
  }

  # --- the plan ---

  proc record_plan { changed } {
    variable plan $changed
    variable files
    puts -nonewline $files(plan) "$plan\0"
    flush $files(plan)
  }

  # A survey is of one command. At a second one, whichever, it becomes known that the script must run whole.
  proc give_up_survey {} {
    variable plan
    variable searches
    variable reports
    if { $plan eq "" || [dict get $plan mode] ne "survey" || ($searches <= 1 && $reports <= 1) } {
      return 0
    }
    record_plan [dict replace $plan single 0]
    return 1
  }

  # The script is about to do something besides reporting, WHAT says it in words. True when it may: not in a survey, after which the command
  # runs again. Before its first search a survey can still become the whole, and then the script runs once.
  proc note_effect { what } {
    variable how
    variable plan
    if { $plan eq "" } {
      if { [dict get $how mode] eq "survey" } {
        dict set how mode whole
      }
      set plan [dict create mode [dict get $how mode] single 1 reason "it does more than report" effects "" words "" \
        endpoint_count 0 group_count 0 slack_bound Inf bounded_below 0 unique 0]
    }
    if { $what ni [dict get $plan effects] } {
      dict lappend plan effects $what
    }
    set may [expr { [dict get $plan mode] ne "survey" }]
    if { !$may } {
      dict set plan single 0
    }
    record_plan $plan
    return $may
  }

  # Whether an empty search is reported: not that of a slice, whose endpoints have paths elsewhere, nor that of an abandoned survey.
  proc may_be_none {} {
    variable plan
    return [expr { $plan eq "" || [dict get $plan mode] eq "whole" || [dict get $plan mode] eq "survey" && [dict get $plan single] }]
  }

  # --- paths ---

  # Called before the paths are printed. Returns the paths to print.
  proc record_path_ends { path_ends } {
    variable plan
    variable files
    variable reports
    variable is_keyed
    variable is_recording
    incr reports
    if { [give_up_survey] } {
      return ""
    }
    if { $plan eq "" || !$is_recording } {
      return $path_ends
    }
    # A script may report paths more than once: one report after the other, each with an order of its own.
    if { [dict get $plan mode] eq "whole" && $reports > 1 } {
      puts -nonewline $files(slacks) [binary format i 0x7fc00002]
    }
    if { !$is_keyed } {
      puts -nonewline $files(slacks) [string repeat [binary format i 0x7fc00001] [llength $path_ends]]
      flush_slacks
      return $path_ends
    }
    if { [dict get $plan mode] eq "survey" } {
      record_endpoints $path_ends
      return $path_ends
    }
    return [record_slacks $path_ends]
  }

  proc record_endpoints { path_ends } {
    variable files
    variable through_latches
    set names [expr { [llength [info commands ::sta::vertex_path_name]] ? "::sta::vertex_path_name" : "" }]
    foreach path_end $path_ends {
      set vertex [sta::PathEnd_vertex $path_end]
      set pin [sta::Vertex_pin $vertex]
      puts $files(endpoints) "[format %.17g [sta::PathEnd_slack $path_end]] [sta::PathEnd_min_max $path_end]\
        [list [analysis_mode $path_end]] [info exists through_latches($pin)]\
        $pin [expr { $names eq "" ? [get_full_name $pin] : [$names $vertex] }]"
    }
    flush $files(endpoints)
    # They are printed for the group, which nothing else says.
    if { $path_ends ne "" } {
      sta::set_report_path_format slack_only
    }
  }

  # The paths that are within the filter's bound.
  proc record_slacks { path_ends } {
    variable files
    set bound [slack_bound]
    set slacks ""
    set wanted ""
    foreach path_end $path_ends {
      set slack [sta::PathEnd_slack $path_end]
      if { $slack > $bound } {
        continue
      }
      lappend wanted $path_end
      lappend slacks $slack
      if { [llength $slacks] == 10000 } {
        puts -nonewline $files(slacks) [binary format r* $slacks]
        set slacks ""
      }
    }
    puts -nonewline $files(slacks) [binary format r* $slacks]
    flush_slacks
    return $wanted
  }

  proc record_batch { seconds } {
    variable files
    puts -nonewline $files(slacks) [binary format ir 0x7fc00000 $seconds]
  }

  proc flush_slacks {} {
    variable files
    flush $files(slacks)
  }

  # Modes matter to the order of paths only where there are several: the tool then reports all groups of one mode, and then those of the
  # next.
  proc analysis_mode { path_end } {
    variable mode_of_scene
    if { ![array exists mode_of_scene] } {
      array set mode_of_scene {}
      if { [llength [info commands ::get_modes]] && [llength [get_modes *]] > 1 } {
        foreach mode [get_modes *] {
          foreach scene [get_scenes -modes [get_name $mode]] {
            set mode_of_scene([get_name $scene]) [get_name $mode]
          }
        }
      }
    }
    if { [array size mode_of_scene] == 0 } {
      return ""
    }
    # The tag's text begins with its index and its scene.
    return $mode_of_scene([lindex [split [sta::Path_tag [sta::PathEnd_path $path_end]]] 1])
  }
}
