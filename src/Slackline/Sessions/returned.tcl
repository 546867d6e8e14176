# Commands that find something return the tool's handles of it and print nothing. Here what a script returns is printed as far as it has names: paths as reports, other
# objects each on a line of its own.

namespace eval ::slackline::returned {
  proc print { result } {
    if { ![string match "_*_p_*" $result] || [catch { lindex $result 0 } first] } {
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
