# What all versions of the tool have that our scripts use: small procs that note what they are asked. The stand-ins for each version build on it.
#
#   asked      the searches for paths: the words of each, sorted by option
#   printed    what was printed: a list of paths' names, or "none" for "No paths found.", for each report
#   ends       what the next searches find, a list of lists of path ends: each {NAME GROUP SLACK MIN_MAX PIN MODE}
#   call NAME ARGUMENTS BODY   defines a command of the tool's library: no proc, so that info procs does not find it

proc call { name arguments body } {
  interp alias {} ::$name {} ::apply [list $arguments $body]
}

namespace eval ::sta {
  variable cmd_args
  variable format full
}
set asked {}
set printed {}
set ends {}
set path_groups {clk {path delay}}
array set end {}
set sta_report_default_digits 2

proc ::sta::define_cmd_args { command usage } {
  set ::sta::cmd_args($command) $usage
}
proc ::sta::is_keyword_arg { word } {
  return [regexp {^-[a-zA-Z]} $word]
}
# As the tool's: it takes options from the words, abbreviated or not, and leaves the rest.
proc ::sta::parse_key_args { cmd arg_var key_var keys {flag_var ""} {flags {}} {unknown_key_is_error 1} } {
  upvar 1 $arg_var words $key_var values
  if { $flag_var ne "" } {
    upvar 1 $flag_var given
  }
  set rest {}
  while { [llength $words] } {
    set words [lassign $words word]
    set key [lsearch -inline -glob $keys $word*]
    set flag [lsearch -inline -glob $flags $word*]
    if { [is_keyword_arg $word] && $key ne "" } {
      set words [lassign $words values($key)]
    } elseif { [is_keyword_arg $word] && $flag ne "" } {
      set given($flag) 1
    } elseif { [is_keyword_arg $word] && $unknown_key_is_error } {
      error "$cmd $word is not a known keyword or flag."
    } else {
      lappend rest $word
    }
  }
  set words $rest
}
proc ::sta::find_timing_paths_cmd { cmd args_var } {
  upvar 1 $args_var words
  set sorted {}
  foreach option [lsort [lsearch -all -inline -regexp $words {^-[a-z]}]] {
    set value [lindex $words [lsearch -exact $words $option]+1]
    lappend sorted $option
    if { ![is_keyword_arg $value] && $value ne "" } {
      lappend sorted $value
    }
  }
  lappend ::asked $sorted
  set ::ends [lassign $::ends found]
  set handles {}
  foreach path $found {
    set handle _[format %08x [array size ::end]]_p_PathEnd
    set ::end($handle) $path
    lappend handles $handle
  }
  return $handles
}
set print_ends {
  lappend ::printed [expr { $path_ends eq "" ? "none" : [lmap handle $path_ends { lindex $::end($handle) 0 }] }]
}
proc ::sta::parse_clk_inst_port_pin_arg { objects clocks_var instances_var pins_var } {
  upvar 1 $clocks_var clocks $instances_var instances $pins_var pins
  set clocks [lsearch -all -inline $objects *_clk]
  set instances [lsearch -all -inline $objects u*]
  set pins [lsearch -all -inline $objects *_p_Pin]
}
proc ::sta::parse_report_path_options { cmd args_var default unknown_key_is_error } {}

call sta::PathEnd_slack { handle } { return [lindex $::end($handle) 2] }
call sta::PathEnd_min_max { handle } { return [lindex $::end($handle) 3] }
call sta::PathEnd_vertex { handle } { return vertex_of_[lindex $::end($handle) 4] }
call sta::PathEnd_path { handle } { return path_of_$handle }
call sta::Path_tag { path } { return "7 scene_of_[lindex $::end([string range $path 8 end]) 5] more" }
call sta::Vertex_pin { vertex } { return [string range $vertex 10 end] }
call sta::set_report_path_format { format } { set ::sta::format $format }
call sta::is_path_group_name { name } { return [expr { $name in $::path_groups }] }
# Reports are in nanoseconds.
call sta::time_ui_sta { time } { return [expr { $time * 1e-9 }] }
call sta::user_run_time {} { return [expr { [clock milliseconds] / 1000.0 }] }
call sta::network_is_linked {} { return 0 }
proc ::sta::vertex_path_name { vertex } { return "name of [string range $vertex 10 end]" }

proc report_checks { args } {
  set path_ends [::sta::find_timing_paths_cmd report_checks args]
  ::sta::report_path_ends $path_ends
}
proc find_timing_paths { args } {
  return [::sta::find_timing_paths_cmd find_timing_paths args]
}
call set_false_path { args } { set ::changed $args }
call get_name { object } { return $object }
call get_full_name { object } { return "name of $object" }
call get_clocks { args } { return [expr { "core_clk" in $args ? "_c10c_p_Clock" : "" }] }
