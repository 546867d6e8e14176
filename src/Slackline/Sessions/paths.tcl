# Stands between the tool's commands that report timing paths and the procs in which they find and print them, for the time of one evaluation.
# The tool itself has then read the command's words, with all that its Tcl can do. What is left to do here:
#   - narrow what it looks for: to groups and to the side of the check that the filter wants, or to some endpoints (a slice);
#   - print only the paths that the filter's bound on the slack lets pass;
#   - tell Slackline beside the text what the text does not say: the exact slack of each path, and the endpoints that there are.
# The tool is never given -slack_max: it drops paths whose own slack is below it (a violated set_min_delay, where the endpoint's plain hold check is met).
#
# HOW is a dictionary, empty to leave everything as it is:
#   aside FILE        what is told goes to FILE.plan (a dictionary), FILE.slacks (a single-precision number for each path, in the order in
#                     which they are printed; before each batch of a slice a NaN and the seconds that finding it took; without batches 0x7fc00002 between
#                     two reports, and 0x7fc00001 for a path of which no slack is told), FILE.endpoints (a line
#                     for each with slack, min or max, mode, 1 behind a latch, the pin's handle and the pin's name). All are opened before the evaluation: in a
#                     sandbox nothing can be opened any more
#   mode MODE         whole: all paths. survey: only the worst path of each endpoint, printed as group and slack, if the command can be sliced; else as whole.
#                     slice: only paths to some pins
#   batches, group, min_max, analysis_mode      the slice: its pins in lists, which are searched and printed one after the other. The search is slower
#                     the more pins it has at once: what it works on does not fit into the processor's caches
#   slack_max, groups, analysis    what the filter wants no path beyond: a slack, path groups, min or max
#   watch BOOLEAN     look out for what the script does beside reporting (effects.tcl); a script in the sandbox can do nothing

namespace eval ::slackline::paths {
  variable how ""
  variable calls 0
  variable tells 0
  variable plan ""
  variable is_keyed 0
  # Not any more, once the script sends or keeps a report's text elsewhere: what is printed then is not what was told.
  variable is_telling 1
  variable batches ""
  variable slice_words ""
  variable mode_of_scene
  # Pins, each an element of the array.
  variable behind_latches
  array set behind_latches {}
  variable latches_unknown "no setup script has loaded the design"
  variable files

  # Procs in one version are commands of the library in another.
  proc can_steer {} {
    foreach name {find_timing_paths_cmd report_path_ends parse_key_args parse_clk_inst_port_pin_arg PathEnd_slack PathEnd_vertex PathEnd_min_max Vertex_pin set_report_path_format} {
      if { ![llength [info commands ::sta::$name]] } {
        return 0
      }
    }
    return 1
  }

  proc begin { asked } {
    variable how $asked
    variable calls 0
    variable tells 0
    variable is_telling 1
    variable plan ""
    variable batches ""
    variable files
    if { $how ne "" && [can_steer] } {
      foreach kind {plan slacks endpoints} {
        set files($kind) [open [dict get $how aside].$kind w]
        fconfigure $files($kind) -translation lf -encoding utf-8
      }
      fconfigure $files(slacks) -translation binary
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
          set wanted [::slackline::paths::tell $path_ends]
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
      variable files
      foreach kind {plan slacks endpoints} {
        close $files($kind)
      }
    }
  }

  # Makes the command's words what they are to be instead. False when no path can be wanted.
  proc steer { cmd words_var } {
    upvar 1 $words_var words
    variable how
    variable calls
    variable plan
    variable is_keyed
    incr calls
    if { [give_up_survey] } {
      return 0
    }
    set rest $words
    sta::parse_key_args $cmd rest \
      keys {-from -rise_from -fall_from -to -rise_to -fall_to -path_delay -corner -scenes -group_count -endpoint_count
            -group_path_count -endpoint_path_count -slack_max -slack_min -path_group} \
      flags {-unconstrained -sort_by_slack -unique_paths_to_endpoint -unique_edges_to_endpoint} 0
    if { $cmd eq "report_checks" && ![narrow keys] } {
      return 0
    }
    set is_keyed [expr { ![is_unconstrained flags] }]
    set mode [dict get $how mode]
    set endpoint_count [first_of 1 keys -endpoint_path_count -endpoint_count]
    set group_count [first_of $endpoint_count keys -group_path_count -group_count]
    if { $plan eq "" } {
      set reason [expr { $mode eq "survey" ? [why_whole $cmd keys flags $rest] : "" }]
      if { $reason ne "" } {
        set mode whole
      }
      set plan [dict create mode $mode single 1 reason $reason effects "" words [described keys flags $rest] \
        endpoint_count $endpoint_count group_count $group_count slack_bound [slack_bound] \
        bounded_below [info exists keys(-slack_min)] unique [llength [array names flags -unique*]]]
      tell_plan
    } elseif { $mode eq "survey" } {
      # Only the first command of a script can be surveyed. With the others it runs whole.
      set mode whole
    }
    if { $mode eq "survey" } {
      array unset keys -endpoint_count
      array unset keys -endpoint_path_count
      # An endpoint may have paths above the bound although its worst one is below.
      array unset keys -slack_min
      set keys([count_option]) $group_count
    } elseif { $mode eq "slice" } {
      variable batches [dict get $how batches]
      set to [lindex [concat [array names keys -*to] -to] 0]
      unset -nocomplain keys($to)
      set keys(-path_group) [list [dict get $how group]]
      if { [info exists keys(-path_delay)] && $keys(-path_delay) eq "min_max" } {
        set keys(-path_delay) [dict get $how min_max]
      }
      # The tool counts for the group while it searches, and so drops paths that it would find without. Here the count is taken by whoever merges the slices.
      array unset keys -endpoint_count
      array unset keys -endpoint_path_count
      set keys([count_option]) 100000000
      set keys([string map {group endpoint} [count_option]]) [expr { min($endpoint_count, $group_count) }]
      if { [dict get $how analysis_mode] ne "" } {
        set keys(-scenes) [scenes_of_mode [dict get $how analysis_mode] keys]
        array unset keys -corner
      }
      variable slice_words [concat [array get keys] [array names flags] $rest $to]
      set words ""
      return 1
    }
    set words [concat [array get keys] [array names flags] $rest]
    return 1
  }

  # The paths of the next batch that has any; empty behind the last one, and for what is no slice.
  proc find_batch {} {
    variable batches
    variable slice_words
    variable files
    set path_ends ""
    set ::slackline::names::is_translating 0
    while { $path_ends eq "" && $batches ne "" } {
      set batches [lassign $batches pins]
      set words [linsert $slice_words end $pins]
      set start [clock microseconds]
      set path_ends [::sta::slackline_find_timing_paths_cmd report_checks words]
      # The NaN as a number would be refused.
      puts -nonewline $files(slacks) [binary format ir 0x7fc00000 [expr { ([clock microseconds] - $start) / 1e6 }]]
    }
    set ::slackline::names::is_translating 1
    flush $files(slacks)
    return $path_ends
  }

  # A survey is of one command. At a second one, whichever, it becomes known that the script must run whole.
  proc give_up_survey {} {
    variable plan
    variable calls
    variable tells
    if { $plan eq "" || [dict get $plan mode] ne "survey" || ($calls <= 1 && $tells <= 1) } {
      return 0
    }
    dict set plan single 0
    tell_plan
    return 1
  }

  # The script is about to do something beside reporting, told in words. True when it may: not in a survey, after which the command runs again. Before its
  # first search a survey can still become the whole, and then the script runs once.
  proc note_effect { what } {
    variable how
    variable plan
    if { $plan eq "" } {
      if { [dict get $how mode] eq "survey" } {
        dict set how mode whole
      }
      set plan [dict create mode [dict get $how mode] single 1 reason "it does more than report" effects "" words "" endpoint_count 0 group_count 0 \
        slack_bound Inf bounded_below 0 unique 0]
    }
    if { $what ni [dict get $plan effects] } {
      dict lappend plan effects $what
    }
    if { [dict get $plan mode] eq "survey" } {
      dict set plan single 0
      tell_plan
      return 0
    }
    tell_plan
    return 1
  }

  proc tell_plan {} {
    variable plan
    variable files
    seek $files(plan) 0
    chan truncate $files(plan) 0
    puts -nonewline $files(plan) $plan
    flush $files(plan)
  }

  proc is_unconstrained { flags_var } {
    upvar 1 $flags_var flags
    return [expr { [info exists flags(-unconstrained)] || ([info exists ::sta_report_unconstrained_paths] && $::sta_report_unconstrained_paths) }]
  }

  # Leaves out what the filter leaves out anyway. False when that is everything.
  proc narrow { keys_var } {
    upvar 1 $keys_var keys
    variable how
    if { [dict exists $how groups] } {
      set groups ""
      foreach group [dict get $how groups] {
        if { [sta::is_path_group_name $group] && (![info exists keys(-path_group)] || $group in $keys(-path_group)) } {
          lappend groups $group
        }
      }
      if { $groups eq "" } {
        return 0
      }
      set keys(-path_group) $groups
    }
    if { [dict exists $how analysis] && [info exists keys(-path_delay)] && $keys(-path_delay) eq "min_max" } {
      set keys(-path_delay) [dict get $how analysis]
    }
    return 1
  }

  # Digits behind the point that are printed at least.
  proc digits {} {
    foreach name {::sta::path_options(-digits) ::sta_report_default_digits} {
      if { [info exists $name] && [string is integer -strict [set $name]] } {
        return [set $name]
      }
    }
    return 0
  }

  # The largest slack, in seconds, of a path that the filter may let pass; infinite without a bound. The filter decides; this only leaves out what is clearly beyond.
  proc slack_bound {} {
    variable how
    if { ![dict exists $how slack_max] } {
      return Inf
    }
    set bound [sta::time_ui_sta [expr { [dict get $how slack_max] + 0.5 * 10.0 ** -[digits] }]]
    return [expr { $bound + 1e-6 * abs($bound) }]
  }

  # Why the command cannot be run in slices, or need not be; empty when it can.
  proc why_whole { cmd keys_var flags_var rest } {
    upvar 1 $keys_var keys $flags_var flags
    if { $cmd ne "report_checks" } {
      return "$cmd only returns the paths"
    }
    if { [first_of 1 keys -endpoint_path_count -endpoint_count] eq 1 } {
      return "with one path for each endpoint there is little to find, only to print"
    }
    if { [is_unconstrained flags] } {
      return "unconstrained paths have no slack to order them by"
    }
    if { [info exists flags(-unique_paths_to_endpoint)] && [string match "*-unique_edges_to_endpoint*" $::sta::cmd_args(report_checks)] } {
      return "this version of the tool chooses unique paths among those of all endpoints at once"
    }
    if { [llength $rest] } {
      return "with -through the tool searches the design anew for each slice"
    }
    foreach from {-from -rise_from -fall_from} {
      if { [info exists keys($from)] } {
        sta::parse_clk_inst_port_pin_arg $keys($from) clocks instances pins
        if { $instances ne "" || $pins ne "" } {
          return "with $from of instances or pins the tool searches the design anew for each slice"
        }
      }
    }
    variable latches_unknown
    if { $latches_unknown ne "" } {
      return "it is not known which endpoints are reached through latches: $latches_unknown"
    }
    if { [info exists flags(-sort_by_slack)] } {
      return "-sort_by_slack mixes the path groups, and the count is one for each of them"
    }
    foreach to {-to -rise_to -fall_to} {
      if { [info exists keys($to)] } {
        sta::parse_clk_inst_port_pin_arg $keys($to) clocks instances pins
        if { $clocks ne "" } {
          return "$to names a clock, which is more than its endpoints"
        }
      }
    }
    return ""
  }

  proc first_of { default keys_var args } {
    upvar 1 $keys_var keys
    foreach key $args {
      if { [info exists keys($key)] } {
        return $keys($key)
      }
    }
    return $default
  }

  # 3.1 has the new name and warns of the old one.
  proc count_option {} {
    return [expr { [string match "*-group_path_count*" $::sta::cmd_args(report_checks)] ? "-group_path_count" : "-group_count" }]
  }

  # The command as it was understood, to be shown: handles of objects by how many there are.
  proc described { keys_var flags_var rest } {
    upvar 1 $keys_var keys $flags_var flags
    set shown ""
    foreach key [lsort [array names keys]] {
      lappend shown $key [expr { [string match "_*_p_*" $keys($key)] ? "{[llength $keys($key)] objects}" : $keys($key) }]
    }
    return [concat $shown [lsort [array names flags]] [expr { [llength $rest] ? "-through ..." : "" }]]
  }

  # Modes matter to the order of paths only where there are several: the tool then reports all groups of one mode, and then those of the next.
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

  # Of the scenes that the command asks for, those of a mode.
  proc scenes_of_mode { mode keys_var } {
    upvar 1 $keys_var keys
    set wanted [sta::parse_scenes_or_all keys]
    return [lmap scene [get_scenes -modes $mode] { if { $scene ni $wanted } continue; set scene }]
  }

  # Finds the endpoints that are reached through a latch. Time that is borrowed changes while paths are enumerated, so such an endpoint may have a worse path than the one
  # that a search for its worst path finds. Called when a design has been loaded: all children then know.
  proc look_for_latches {} {
    variable latches_unknown ""
    variable behind_latches
    array unset behind_latches
    if { [catch find_behind_latches message] } {
      set latches_unknown $message
    }
  }

  proc find_behind_latches {} {
    set modes [expr { [llength [info commands ::get_modes]] ? [lmap mode [get_modes *] { get_name $mode }] : "" }]
    if { [llength $modes] < 2 } {
      add_behind_latches
      return
    }
    set before [sta::cmd_mode_name]
    foreach mode $modes {
      set_mode $mode
      add_behind_latches
    }
    set_mode $before
  }

  proc add_behind_latches {} {
    variable behind_latches
    set outputs [all_registers -level_sensitive -output_pins]
    if { $outputs ne "" } {
      foreach pin [get_fanout -from $outputs -flat -endpoints_only] {
        set behind_latches($pin) ""
      }
    }
  }

  # Whether a search that found nothing is to say so: not a slice, whose endpoints have paths elsewhere, and not what is given up.
  proc may_be_none {} {
    variable plan
    return [expr { $plan eq "" || [dict get $plan mode] eq "whole" || [dict get $plan mode] eq "survey" && [dict get $plan single] }]
  }

  # Called before the paths are printed. Returns those that are to be.
  proc tell { path_ends } {
    variable plan
    variable files
    variable tells
    variable is_keyed
    incr tells
    if { [give_up_survey] } {
      return ""
    }
    variable is_telling
    if { $plan eq "" || !$is_telling } {
      return $path_ends
    }
    # A script may report paths more than once: one report after the other, each with an order of its own.
    if { [dict get $plan mode] eq "whole" && $tells > 1 } {
      puts -nonewline $files(slacks) [binary format i 0x7fc00002]
    }
    if { !$is_keyed } {
      puts -nonewline $files(slacks) [string repeat [binary format i 0x7fc00001] [llength $path_ends]]
      flush $files(slacks)
      return $path_ends
    }
    if { [dict get $plan mode] eq "survey" } {
      variable behind_latches
      set names [expr { [llength [info commands ::sta::vertex_path_name]] ? "::sta::vertex_path_name" : "" }]
      foreach path_end $path_ends {
        set vertex [sta::PathEnd_vertex $path_end]
        set pin [sta::Vertex_pin $vertex]
        puts $files(endpoints) "[format %.17g [sta::PathEnd_slack $path_end]] [sta::PathEnd_min_max $path_end] [list [analysis_mode $path_end]]\
          [info exists behind_latches($pin)] $pin [expr { $names eq "" ? [get_full_name $pin] : [$names $vertex] }]"
      }
      flush $files(endpoints)
      # It is printed for the group, which nothing else tells.
      if { $path_ends ne "" } {
        sta::set_report_path_format slack_only
      }
      return $path_ends
    }
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
    flush $files(slacks)
    return $wanted
  }
}
