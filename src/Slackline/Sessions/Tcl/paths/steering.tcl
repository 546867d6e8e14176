# Narrows a search for paths: what the words of a command that reports paths become, before the tool searches.
#
# The tool is never given -slack_max: it drops paths whose own slack is below it (a violated set_min_delay, where the endpoint's plain hold
# check is met).

namespace eval ::slackline::paths {
  # How many searches the script has begun.
  variable searches 0
  # Whether the paths of the search have a slack.
  variable is_keyed 0

  # Replaces the command's words by the words to run instead. False when no path can be wanted.
  proc steer { cmd words_var } {
    upvar 1 $words_var words
    variable how
    variable searches
    variable plan
    variable is_keyed
    incr searches
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
      record_plan [dict create mode $mode single 1 reason $reason effects "" words [described keys flags $rest] \
        endpoint_count $endpoint_count group_count $group_count slack_bound [slack_bound] \
        bounded_below [info exists keys(-slack_min)] unique [llength [array names flags -unique*]]]
    } elseif { $mode eq "survey" } {
      # Only the first command of a script can be surveyed. With the others it runs whole.
      set mode whole
    }
    switch -- $mode {
      survey {
        one_path_per_endpoint keys $group_count
      }
      slice {
        begin_batches keys flags $rest $endpoint_count $group_count
        set words ""
        return 1
      }
    }
    set words [concat [array get keys] [array names flags] $rest]
    return 1
  }

  # The survey's words: the worst path of each endpoint.
  proc one_path_per_endpoint { keys_var group_count } {
    upvar 1 $keys_var keys
    array unset keys -endpoint_count
    array unset keys -endpoint_path_count
    # An endpoint may have paths above the bound although its worst one is below.
    array unset keys -slack_min
    set keys([count_option]) $group_count
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

  proc is_unconstrained { flags_var } {
    upvar 1 $flags_var flags
    return [expr { [info exists flags(-unconstrained)]
      || ([info exists ::sta_report_unconstrained_paths] && $::sta_report_unconstrained_paths) }]
  }

  # The largest slack, in seconds, of a path that the filter may let pass; infinite without a bound. The filter decides; this only leaves
  # out paths that are clearly beyond it.
  proc slack_bound {} {
    variable how
    if { ![dict exists $how slack_max] } {
      return Inf
    }
    set bound [sta::time_ui_sta [expr { [dict get $how slack_max] + 0.5 * 10.0 ** -[digits] }]]
    return [expr { $bound + 1e-6 * abs($bound) }]
  }

  # Digits after the point that are printed at least.
  proc digits {} {
    foreach name {::sta::path_options(-digits) ::sta_report_default_digits} {
      if { [info exists $name] && [string is integer -strict [set $name]] } {
        return [set $name]
      }
    }
    return 0
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
}
