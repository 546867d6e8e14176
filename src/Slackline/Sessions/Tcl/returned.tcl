# Commands that find something return it and print nothing. Here the result of a script is printed in the form that a user reads: paths
# as reports, other objects by their names, each on a line of its own, and the results of get_property and the like as they are.

namespace eval ::slackline::returned {
  proc print { script result } {
    if { ![string match "_*_p_*" $result] || [catch { lindex $result 0 } first] } {
      if { [::slackline::sandbox::is_query $script] } {
        set script [lindex $script 1]
      }
      if { $result ne "" && [string match "get_*" [string trimleft $script]] } {
        puts $result
      }
      return
    }
    if { [string match "_*_p_PathEnd" $first] } {
      set options ""
      sta::parse_report_path_options "find_timing_paths" options "full" 0
      sta::report_path_ends $result
    } else {
      foreach object $result {
        puts [name $object]
      }
    }
  }

  # Pins, nets and instances have a path in the hierarchy; clocks and library objects have a name.
  proc name { object } {
    foreach command {get_full_name get_name} {
      if { ![catch { $command $object } name] } {
        return $name
      }
    }
    return $object
  }
}
