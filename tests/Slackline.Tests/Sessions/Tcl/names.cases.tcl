# Shapes: opensta-2.0.17 opensta-3.1.0 openroad
# names.tcl: options, path groups and commands by the names of other versions.
ours names.tcl

::sta::define_cmd_args report_new {[-scenes scenes] [-group_path_count count] [-endpoint_path_count count] [-path_group group] [-digits digits]}
::sta::define_cmd_args report_net {[-scene scene] [-digits digits] net_path}
::sta::define_cmd_args report_check_types {[-violators] [-verbose] [-max_slew] [-min_slew]}
::sta::define_cmd_args report_fields {[-fields capacitance|slew|input_pin|net] [-format full|end]}
set path_groups {asynchronous {gated clock} {path delay} clk}
proc report_instance { args } { return "instance $args" }
::sta::define_cmd_args report_instance {[-connections] [-verbose] instance_path}
proc ::sta::report_instance { args } { warn "report_instance -connections is deprecated." }
set said {}
rename puts real_puts
proc puts { args } { lappend ::said {*}$args }

# The words as the tool's parse_key_args gets them.
rename ::sta::parse_key_args ::real_parse_key_args
proc ::sta::parse_key_args { cmd words_var keys_var keys {flags_var ""} {flags ""} {strict 1} } {
  upvar 1 $words_var words
  set ::read $words
}
set before [info body ::sta::parse_key_args]
proc translated { cmd args keys flags } {
  ::slackline::names::begin
  ::sta::parse_key_args $cmd args values $keys given $flags 0
  ::slackline::names::finish
  return $::read
}
::slackline::names::prepare {{asynchronous **async_default**} {{gated clock} **clock_gating_default**} {{path delay} **default**}}

check "an option by its other name" { translated report_new {-from a -group_count 3 -corner c x} {-from -group_count -group_path_count -corner -scenes} {} } {-from a -group_path_count 3 -scenes c x}
check "a value that looks like one" { translated report_new {-from -group_count -group_path_count 3} {-from -group_path_count} {} } {-from -group_count -group_path_count 3}
check "one that the command does not take either" { translated report_new {-group_count 3} {-digits} {} } {-group_count 3}
check "flags" { list [translated report_check_types {-all_violators -max_transition} {} {-violators -verbose}] [translated report_check_types {-all_violators -max_transition} {} {-max_slew -min_slew}] } {{-violators -max_transition} {-all_violators -max_slew}}
check "a flag for what is always so here" { translated report_net {-connections -verbose -corner c n} {-corner -scene -digits} {} } {-scene c n}
check "path groups" { translated report_new {-path_group {**async_default** clk} -group_p 3} {-path_group -group_path_count} {} } {-path_group {asynchronous clk} -group_p 3}
check "a path group's name with a space in it" { translated report_new {-path_group {path delay}} {-path_group} {} } {-path_group {{path delay}}}
check "a path group that nobody knows" { translated report_new {-path_group nosuch} {-path_group} {} } {-path_group nosuch}
check "an abbreviated option's path groups" { translated report_new {-path_gr **async_default**} {-path_group} {} } {-path_gr asynchronous}
check "one scene for one corner" { translated report_net {-corner c -digits 3 n} {-scene -digits} {} } {-scene c -digits 3 n}
check "a flag that the tool itself drops, with a warning" { translated report_instance {-connections u1} {} {-connections -verbose} } u1
check "all_registers reports nothing" { translated all_registers {-clocks c} {-clock} {} } {-clocks c}
check "a command that does not report keeps its words" { translated set_max_delay {-group_count 3} {-group_path_count} {} } {-group_count 3}
check "the tool's proc is there again" { list [info body ::sta::parse_key_args] [info procs ::sta::slackline_parse_key_args] } [list $before {}]
check "words translated before are left alone" {
  ::slackline::names::begin
  set ::slackline::names::is_translating 0
  set args {-group_count 3}
  ::sta::parse_key_args report_new args values {-group_path_count} given {} 0
  ::slackline::names::finish
  set read
} {-group_count 3}
check "a command by its other name" { report_cell u1 } {instance u1}
check "a field that this version does not have" {
  proc ::sta::parse_report_path_options { args } {}
  translated report_fields {-fields {slew fanout}} {-fields} {}
  set said
} [list "Warning: unknown field fanout. OpenSTA [sta::version] has the fields capacitance, slew, input_pin, net."]

# As an error of the tool comes back.
proc explained { cmd args keys message } {
  ::slackline::names::begin
  ::sta::parse_key_args $cmd args values $keys given {} 1
  ::slackline::names::finish
  return [::slackline::names::explain $message]
}
check "an option that there is not: those that there are" {
  explained report_net {-nosuch n} {-scene} {report_net -nosuch is not a known keyword or flag.}
} "report_net -nosuch is not a known keyword or flag. There is no -nosuch in OpenSTA [sta::version]; report_net has -digits, -scene."
check "a format that there is not: those that there are" {
  explained report_fields {-format json} {-format} {-format json not recognized.}
} "-format json not recognized. OpenSTA [sta::version] has the formats full, end."
check "an error of another kind stays" { explained report_net {-scene x} {-scene} {x is no scene} } {x is no scene}
