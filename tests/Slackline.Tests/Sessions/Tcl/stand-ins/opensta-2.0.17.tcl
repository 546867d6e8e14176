# OpenSTA 2.0.17: most of what is not the search itself is a proc; messages have no number; a script's place is in ::sta::sdc_file and sdc_line.
evaluate_file [file join $here stand-ins tool.tcl]

::sta::define_cmd_args report_checks {[-from from_list] [-to to_list] [-unique_paths_to_endpoint] [-path_delay min|max|min_max]\
  [-group_count path_count] [-endpoint_count path_count] [-corner corner_name] [-slack_max slack_max] [-slack_min slack_min]\
  [-sort_by_slack] [-path_group group_name] [-format full|end] [-fields capacitance|slew|input_pin|net] [-digits digits] [> filename]}
set counts {-group_count -endpoint_count}

proc ::sta::report_path_ends path_ends $print_ends
proc ::sta::sta_warn { message } { puts "Warning: [::sta::place]$message" }
proc ::sta::sta_error { message } { error "Error: [::sta::place]$message" }
proc ::sta::place {} {
  return [expr { [info exists ::sta::sdc_file] ? "[file tail $::sta::sdc_file], $::sta::sdc_line " : "" }]
}
call sta::version {} { return 2.0.17 }
