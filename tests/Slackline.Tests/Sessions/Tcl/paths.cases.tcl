# Shapes: opensta-2.0.17 opensta-3.1.0 openroad
# paths/*.tcl: what the tool is asked, which paths are printed, and what is recorded beside the text.
ours names.tcl redirection.tcl effects.tcl paths/paths.tcl paths/steering.tcl paths/batches.tcl paths/recording.tcl paths/latches.tcl
::slackline::names::prepare {}
set ::slackline::paths::latches_unknown ""
lassign $counts group_count endpoint_count

# Evaluates SCRIPT, in which searches find ENDS, steered by HOW. Returns its error, if it has one.
proc steered { how ends script } {
  set ::ends $ends
  array unset ::end
  foreach variable {asked printed} { set ::$variable {} }
  set ::sta::format full
  ::slackline::paths::begin [dict merge [list aside $::folder/side mode whole watch 0] $how]
  set code [catch { uplevel #0 $script } message]
  ::slackline::paths::finish
  return [expr { $code ? "error: $message" : "" }]
}
proc plan { key } {
  # Each ends with a zero byte, and the last counts.
  return [dict get [lindex [split [read_whole $::folder/side.plan] \0] end-1] $key]
}
# What is recorded of the slacks: numbers, with two digits; "search" before a batch, "report" between two, "none" for a path without one.
proc slacks {} {
  set channel [open $::folder/side.slacks rb]
  set bytes [read $channel]
  close $channel
  set all {}
  for { set i 0 } { $i < [string length $bytes] } { incr i 4 } {
    binary scan [string range $bytes $i $i+3] iuR word number
    binary scan [string range $bytes $i $i+3] r number
    switch -- [format %x $word] {
      7fc00000 {
        binary scan [string range $bytes [incr i 4] $i+3] r seconds
        lappend all [expr { $seconds >= 0 && $seconds < 10 ? "search" : $seconds }]
      }
      7fc00001 { lappend all none }
      7fc00002 { lappend all report }
      default { lappend all [format %.2f $number] }
    }
  }
  return $all
}
proc endpoints {} {
  return [split [string trim [read_whole $::folder/side.endpoints]] \n]
}
# In the units of the library: seconds, where reports are in nanoseconds.
set three {{a clk -2 max p1 one} {b clk -1 max p2 one} {c clk 1 max p3 one}}

check "the tool can be steered" { ::slackline::paths::can_steer } 1
check "not without a command that is looked behind" {
  rename ::sta::PathEnd_vertex ::kept
  set can [::slackline::paths::can_steer]
  rename ::kept ::sta::PathEnd_vertex
  set can
} 0

# --- whole ---

check "whole: the words stay, all is printed" {
  steered {} [list $three] "report_checks -to core_clk $group_count 10"
  list $asked $printed
} [list [list [list $group_count 10 -to core_clk]] {{a b c}}]
check "whole: each path's slack" { slacks } {-2.00 -1.00 1.00}
check "whole: the plan" {
  lmap key {mode single reason effects words endpoint_count group_count slack_bound bounded_below unique} { plan $key }
} [list whole 1 {} {} [list $group_count 10 -to core_clk] 1 10 Inf 0 0]
check "abbreviated options are understood" {
  steered {} [list $three] {report_checks -path_del max -slack_mi 0}
  list [plan words] [plan bounded_below]
} {{-path_delay max -slack_min 0} 1}
check "objects are counted in the plan, not listed" { steered {} [list $three] {report_checks -to {_1_p_Pin _2_p_Pin}}; plan words } {-to {{2 objects}}}
check "nothing found is said by the tool" { steered {} {{}} report_checks; list $printed [slacks] } {none {}}
check "between two reports is a mark" { steered {} [list $three [lrange $three 0 0]] {report_checks; report_checks}; list $printed [slacks] } {{{a b c} a} {-2.00 -1.00 1.00 report -2.00}}
check "unconstrained paths have no slack" { steered {} [list $three] {report_checks -unconstrained}; slacks } {none none none}
check "also when a variable says so" {
  set sta_report_unconstrained_paths 1
  steered {} [list $three] report_checks
  set sta_report_unconstrained_paths 0
  slacks
} {none none none}
check "more paths than are written at once" {
  steered {} [list [lrepeat 25000 [lindex $three 0]]] report_checks
  list [llength [lindex $printed 0]] [llength [slacks]] [lsort -unique [slacks]]
} {25000 25000 -2.00}

# --- narrowed ---

# The tool's slacks are seconds here, so that a bound of -1e9 ns is one of -1.
check "paths beyond the bound are not printed" { steered {slack_max -1e9} [list $three] report_checks; list $printed [slacks] } {{{a b}} {-2.00 -1.00}}
check "what is printed like the bound is not beyond it" {
  steered {slack_max -1.00} [list {{a clk -1.004e-9 max p1 one} {b clk -0.996e-9 max p2 one} {c clk -0.994e-9 max p3 one}}] report_checks
  set printed
} {{a b}}
check "with more digits less is printed like it" {
  set ::sta::path_options(-digits) 4
  steered {slack_max -1.00} [list {{a clk -1.004e-9 max p1 one} {b clk -0.996e-9 max p2 one}}] report_checks
  unset ::sta::path_options
  set printed
} a
check "the tool is not given the bound" { steered {slack_max 0} [list $three] report_checks; set asked } {{}}
check "paths all beyond the bound are no search without paths" { steered {slack_max -9e9} [list $three] report_checks; set printed } {}
check "path groups that the filter wants" { steered {groups {clk {path delay} nosuch}} [list $three] report_checks; set asked } {{-path_group {clk {path delay}}}}
check "of those that the command wants" { steered {groups {clk {path delay}}} [list $three] {report_checks -path_group clk}; set asked } {{-path_group clk}}
check "without any the tool is not asked" { steered {groups nosuch} [list $three] report_checks; list $asked $printed } {{} none}
check "one side of the check, where the command has both" {
  set all {}
  foreach delay {min_max max} { steered {analysis min} [list $three] "report_checks -path_delay $delay"; lappend all {*}$asked }
  set all
} {{-path_delay min} {-path_delay max}}
check "a command that returns paths is not narrowed" { steered {groups nosuch slack_max -1} [list $three] {set found [llength [find_timing_paths]]}; list $found $asked } {3 {{}}}

# --- survey ---

check "survey: one path for each endpoint" {
  steered {mode survey} [list $three] "report_checks $endpoint_count 5 $group_count 100 -slack_min -3 -path_delay min"
  set asked
} [list [lsort -stride 2 [list $group_count 100 -path_delay min]]]
check "survey: printed for the group alone" { list $printed $::sta::format } {{{a b c}} slack_only}
check "survey: a line for each endpoint" { endpoints } {{-2 max {} 0 p1 name of p1} {-1 max {} 0 p2 name of p2} {1 max {} 0 p3 name of p3}}
check "survey: the plan knows what was asked for" { lmap key {mode single reason endpoint_count group_count bounded_below} { plan $key } } {survey 1 {} 5 100 1}
check "survey: the count of the group is that of the endpoint by default" {
  steered {mode survey} [list $three] "report_checks $endpoint_count 5"
  list [plan group_count] $asked
} [list 5 [list [list $group_count 5]]]
check "survey: endpoints that are reached through latches" {
  set ::slackline::paths::through_latches(p2) ""
  steered {mode survey} [list $three] "report_checks $endpoint_count 5"
  unset ::slackline::paths::through_latches(p2)
  lmap line [endpoints] { lindex $line 3 }
} {0 1 0}
check "survey: of many digits" { steered {mode survey} {{{a clk -1.0000000000000002 max p1 one}}} "report_checks $endpoint_count 5"; lindex [endpoints] 0 0 } -1.0000000000000002
check_in {opensta-3.1.0 openroad} "survey: the mode, where there are several" {
  unset ::slackline::paths::mode_of_scene
  set modes {one two}
  steered {mode survey} [list [list {a clk -2 max p1 two} {b clk -1 max p2 one}]] "report_checks $endpoint_count 5"
  set modes one
  set found [lmap line [endpoints] { lindex $line 2 }]
  unset ::slackline::paths::mode_of_scene
  set found
} {two one}

proc reason { words } {
  steered {mode survey} [list $::three] "report_checks $::endpoint_count 5 $words"
  return [expr { [plan mode] eq "whole" && $::printed eq "{a b c}" && [llength [slacks]] == 3 ? [plan reason] : "[plan mode]: [plan reason]" }]
}
check "whole: one path for each endpoint" { steered {mode survey} [list $three] report_checks; list [plan mode] [plan reason] } {whole {with one path for each endpoint there is little to find, only to print}}
check "whole: paths through something" { reason {-through u1} } {with -through the tool searches the design anew for each slice}
check "whole: from instances or pins" { list [reason {-from u1}] [reason {-rise_from _1_p_Pin}] } {{with -from of instances or pins the tool searches the design anew for each slice} {with -rise_from of instances or pins the tool searches the design anew for each slice}}
check "from clocks it is surveyed" { reason {-from core_clk} } {survey: }
check "whole: to a clock" { reason {-to core_clk} } {-to names a clock, which is more than its endpoints}
check "whole: unconstrained" { steered {mode survey} [list $three] "report_checks $endpoint_count 5 -unconstrained"; list [plan mode] [plan reason] } {whole {unconstrained paths have no slack to order them by}}
check "whole: groups mixed" { reason -sort_by_slack } {-sort_by_slack mixes the path groups, and the count is one for each of them}
check_in opensta-2.0.17 "unique paths are surveyed" { reason -unique_paths_to_endpoint } {survey: }
check_in {opensta-3.1.0 openroad} "whole: unique paths" { reason -unique_paths_to_endpoint } {this version of the tool chooses unique paths among those of all endpoints at once}
check "whole: latches are not known" { set ::slackline::paths::latches_unknown why; set found [reason {}]; set ::slackline::paths::latches_unknown ""; set found } {it is not known which endpoints are reached through latches: why}
check "whole: paths that are returned" { steered {mode survey} [list $three] {find_timing_paths -to u1}; list [plan mode] [plan reason] } {whole {find_timing_paths only returns the paths}}

check "a second report ends a survey" {
  steered {mode survey} [list $three $three] "report_checks $endpoint_count 5; report_checks $endpoint_count 5; report_checks $endpoint_count 5"
  list [llength $asked] $printed [plan mode] [plan single]
} {1 {{a b c}} survey 0}
check "so does printing what was found before" {
  steered {mode survey} [list $three] "report_checks $endpoint_count 5; sta::report_path_ends {}"
  list $printed [plan single]
} {{{a b c}} 0}

# --- slice ---

set slice {mode slice batches {{p1 p2} p3 {p4 p5}} group clk min_max max analysis_mode {}}
check "slice: one search for each batch, in order" {
  steered $slice [list [lrange $three 0 1] [lrange $three 2 2] {{d clk 2 max p4 one}}] "report_checks $endpoint_count 5 $group_count 100"
  lmap words $asked { dict get $words -to }
} {{p1 p2} p3 {p4 p5}}
check "slice: in the group, and not cut off by its count" {
  lsort -unique [lmap words $asked { list [dict get $words -path_group] [dict get $words $group_count] [dict get $words $endpoint_count] }]
} {{clk 100000000 5}}
check "slice: each batch is printed before the next is searched" { set printed } {{a b} c d}
check "slice: each search is before its slacks" { slacks } {search -2.00 -1.00 search 1.00 search 2.00}
check "slice: an endpoint has no more paths than the group" {
  steered $slice [list $three {} {}] "report_checks $endpoint_count 500 $group_count 100"
  dict get [lindex $asked 0] $endpoint_count
} 100
check "slice: a batch without paths" {
  steered $slice [list {} [lrange $three 2 2] {}] "report_checks $endpoint_count 5"
  list $printed [slacks]
} {c {search search 1.00 search}}
check "slice: no paths at all are not said to be none" { steered $slice {{} {} {}} "report_checks $endpoint_count 5"; list $printed [slacks] } {{} {search search search}}
check "slice: paths beyond the bound" {
  steered [dict merge $slice {slack_max -1.5e9}] [list [lrange $three 0 1] [lrange $three 2 2] {}] "report_checks $endpoint_count 5"
  list $printed [slacks]
} {a {search -2.00 search search}}
check "slice: the edge that the command asks for" { steered $slice {{} {} {}} "report_checks $endpoint_count 5 -rise_to u1"; dict get [lindex $asked 1] -rise_to } p3
check "slice: one side of the check" { steered $slice {{} {} {}} "report_checks $endpoint_count 5 -path_delay min_max"; dict get [lindex $asked 1] -path_delay } max
check_in {opensta-3.1.0 openroad} "slice: one mode" {
  set modes {one two}
  steered [dict merge $slice {analysis_mode two}] {{} {} {}} "report_checks $endpoint_count 5"
  set modes one
  dict get [lindex $asked 1] -scenes
} scene_of_two
check "slice: the words of a batch are not translated once more" { steered $slice {{} {} {}} "report_checks $endpoint_count 5"; set ::slackline::names::is_translating } 1

# --- what the script does beside reporting ---

set watched [dict merge $slice {mode survey watch 1}]
check "reading is no effect" {
  write in text
  steered $watched [list $three] "report_checks $endpoint_count 5; close \[open $folder/in\]; close \[open $folder/in r\]"
  list [plan effects] [plan single]
} {{} 1}
check "writing after a survey has begun is refused, and the script runs again" {
  list [steered $watched [list $three] "report_checks $endpoint_count 5; close \[open $folder/out w\]"] \
    [plan effects] [plan single] [file exists $folder/out]
} [list {error: run again whole: it does more than report} [list "it opened $folder/out"] 0 0]
check "writing before it makes it the whole, and the script runs once" {
  list [steered $watched [list $three] "close \[open $folder/out w\]; report_checks $endpoint_count 5"] \
    [plan mode] [plan single] [plan reason] [file exists $folder/out] $printed
} {{} whole 1 {it does more than report} 1 {{a b c}}}
check "each effect is said once" {
  steered [dict merge $watched {mode whole}] {} "
    for { set i 0 } { \$i < 3 } { incr i } { exec true; close \[open $folder/out a\] }
    file mkdir $folder/made; file copy $folder/out $folder/made; file rename $folder/made/out $folder/made/in; file delete $folder/made/in"
  plan effects
} [list "it ran true" "it opened $folder/out" "it made the directory $folder/made" "it copied to $folder/made" "it renamed $folder/made/out" "it deleted $folder/made/in"]
check "and has happened" { list [file exists $folder/out] [file isdirectory $folder/made] [glob -nocomplain $folder/made/*] } {1 1 {}}
check "what the tool writes" {
  proc ::sta::write_sdc_cmd { file } { set ::written $file }
  steered [dict merge $watched {mode whole}] {} {::sta::write_sdc_cmd x.sdc}
  list $written [plan effects]
} {x.sdc {{it wrote x.sdc}}}
check "unwatched nothing is noted" { steered {} [list $three] "report_checks; close \[open $folder/out w\]"; plan effects } {}

check "after it all is as it was" {
  lmap name {::sta::find_timing_paths_cmd ::sta::report_path_ends ::open ::exec ::sta::write_sdc_cmd} {
    list [llength [info commands $name]] [llength [info commands [namespace qualifiers $name]::slackline_[namespace tail $name]]]
  }
} {{1 0} {1 0} {1 0} {1 0} {1 0}}
check "also after an error" { list [steered $watched {} {error oh}] [llength [info commands ::sta::slackline_find_timing_paths_cmd]] } {{error: oh} 0}
check "left alone, nothing is steered or recorded" {
  file delete {*}[glob $folder/side.*]
  ::slackline::paths::begin ""
  set ends [list $three]
  set asked {}
  report_checks -to u1
  ::slackline::paths::finish
  list $asked [glob -nocomplain $folder/side.*]
} {{{-to u1}} {}}

# --- latches ---

call all_registers { args } { return [expr { $args eq "-level_sensitive -output_pins" ? $::latch_outputs : "error" }] }
call get_fanout { args } { return [expr { $args eq [list -from $::latch_outputs -flat -endpoints_only] ? "p1 p3" : "error" }] }
check "endpoints that latches reach" {
  set latch_outputs {q1 q2}
  ::slackline::paths::look_for_latches
  list [lsort [array names ::slackline::paths::through_latches]] $::slackline::paths::latches_unknown
} {{p1 p3} {}}
check "a design without latches" { set latch_outputs ""; ::slackline::paths::look_for_latches; array names ::slackline::paths::through_latches } {}
check "a tool that cannot say it" {
  call all_registers { args } { error "no such command" }
  ::slackline::paths::look_for_latches
  set ::slackline::paths::latches_unknown
} {no such command}
