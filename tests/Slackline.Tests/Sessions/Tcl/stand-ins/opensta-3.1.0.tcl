# OpenSTA 3.1.0: paths are printed by a command of its library, options have other names, there are scenes and modes; messages have a number; a
# script's place is [info script] and, in a caller include_file, ::sta::include_line.
evaluate_file [file join $here stand-ins tool.tcl]

::sta::define_cmd_args report_checks {[-from from_list] [-to to_list] [-unique_paths_to_endpoint] [-unique_edges_to_endpoint]\
  [-path_delay min|max|min_max] [-group_path_count path_count] [-endpoint_path_count path_count] [-scenes scenes] [-slack_max slack_max]\
  [-slack_min slack_min] [-sort_by_slack] [-path_group group_names] [-format full|end|json] [-fields capacitance|slew|fanout|src_attr]\
  [-digits digits] [> filename]}
set counts {-group_path_count -endpoint_path_count}
set modes {one}

call sta::report_path_ends path_ends $print_ends
proc ::sta::parse_scenes_or_all { keys_var } {
  upvar 1 $keys_var keys
  return [expr { [info exists keys(-scenes)] ? $keys(-scenes) : [get_scenes *] }]
}
call get_modes { args } { return $::modes }
call get_scenes { args } {
  return [lmap mode [expr { [lindex $args 0] eq "-modes" ? [lindex $args 1] : $::modes }] { string cat scene_of_ $mode }]
}
# Looks through the commands of its callers, each of which it takes for a list.
proc ::sta::sdc_file_line {} {
  variable include_line
  for { set level [info frame] } { $level > 0 } { incr level -1 } {
    set frame [info frame $level]
    if { [dict get $frame type] eq "source" } { return [dict get $frame line] }
    if { [dict get $frame type] eq "proc" && [lindex [dict get $frame cmd] 0] eq "include_file" } { return $include_line }
  }
  return 1
}
proc ::sta::sta_warn { id message } { puts "Warning $id: [::sta::place]$message" }
proc ::sta::sta_error { id message } { error "Error $id: [::sta::place]$message" }
proc ::sta::place {} {
  return [expr { [info script] ne "" ? "[file tail [info script]]:[::sta::sdc_file_line]: " : "" }]
}
call sta::version {} { return 3.1.0 }
