# Shapes: opensta-2.0.17 opensta-3.1.0 openroad
# The allow list: how it is read, and what is in it.
ours sandbox/allowed.tcl sandbox/removed.tcl sandbox/lists.tcl sandbox/checks.tcl sandbox/interpreter.tcl sandbox/lock.tcl sandbox/query.tcl
namespace path ::slackline::sandbox
variable commands [dict create]

check "an entry has options and arguments" {
  read_commands "\[A heading\]\n# why\n\nreport_x\n  -a flag\n  -b count\n  objects\n  word\n"
} {report_x {{-a flag -b count} {objects word}}}
check "names under one another take the same" { read_commands "a\nb\n  -x flag\n\nc\n  nothing\n" } {a {{-x flag} {}} b {{-x flag} {}} c {{} {}}}
check "entries need no blank line between them" { read_commands "a\n  nothing\nb\n  -x flag\n" } {a {{} {}} b {{-x flag} {}}}
check "a set stands for its options, also in another set" {
  read_commands "@one\n  -x flag\n\n@two\n  @one\n  -y count\n\na\n  -w word\n  @two\n"
} {a {{-w word -x flag -y count} {}}}
check "a name of which it is not written what it takes" { read_commands "a\n\nb\n  -x flag\n" } {error: a: the arguments are missing; if the command takes none, write nothing}
check "also the last one" { read_commands "b\n  -x flag\n\na" } {error: a: the arguments are missing; if the command takes none, write nothing}
check "nothing and something" { read_commands "a\n  nothing\n  -x flag\n" } {error: a: nothing is not all that is taken}
check "a command twice" { read_commands "a\n  nothing\n\na\n  -x flag\n" } {error: a is in the list twice}
check "an option twice" { read_commands "@s\n  -x flag\n\na\n  -x count\n  @s\n" } {error: -x is taken twice}
check "a kind without a check" { read_commands "a\n  -x anything\n" } {error: there is no check_anything}
check "an argument's kind without a check" { read_commands "a\n  anything\n" } {error: there is no check_anything}
check "an option without a kind" { read_commands "a\n  -x\n" } {error: a: '-x' is not an option with its kind, a set, or the kind of an argument}
check "two options on a line" { read_commands "a\n  -x flag -y flag\n" } {error: a: '-x flag -y flag' is not an option with its kind, a set, or the kind of an argument}
check "a set that there is not" { read_commands "a\n  @s\n" } {error: key "@s" not known in dictionary}
check "options of no command" { read_commands "\[A heading\]\n  -x flag\n" } {error: '-x flag' belongs to no command}
check "two names on a line of a list of names" { read_names "a\nb c\n" } {error: 'b c' is not one new name on a line}
check "a name twice in it" { read_names "a\n\[A heading\]\n# why\n  a\n" } {error: 'a' is not one new name on a line}

::slackline::sandbox::create
set commands $::slackline::sandbox::commands

check "the list itself can be read" { expr { [dict size $commands] > 75 } } 1
check "the commands that this tool has, and no others" { set ::slackline::sandbox::present } [expr {
  $shape eq "opensta-2.0.17" ? "find_timing_paths get_clocks get_full_name get_name report_checks"
  : "find_timing_paths get_clocks get_full_name get_modes get_name get_scenes report_checks" }]
check_in {opensta-3.1.0 openroad} "nothing with a verb that changes" {
  lsearch -all -inline -regexp [dict keys $commands] {^(set|unset|read|write|make|create|delete|remove|link|load|save|source|connect|replace|swap|define|group)_}
} {}
check "no option takes the name of a file" {
  set found {}
  dict for { name taken } $commands {
    lappend found {*}[lsearch -all -inline -regexp [dict keys [lindex $taken 0]] {file|directory|script|output$}]
  }
  set found
} {}
check "what sets something with an argument takes none" { list [dict get $commands current_design] [dict get $commands current_instance] } {{{} {}} {{} {}}}
check "every heading says why" {
  set silent {}
  foreach { all heading next } [regexp -all -inline -line {^\[(.+)\]\n(.?)} $::slackline::sandbox::text(commands)] {
    if { $next ne "#" && $heading ne "Sets of options" } { lappend silent $heading }
  }
  set silent
} {}
check "of Tcl's commands none reaches files, programs, channels or other interpreters" {
  lmap name $::slackline::sandbox::tcl_commands {
    if { $name ni $::slackline::sandbox::taken_from_tcl && $name ni {namespace rename interp file clock encoding trace chan close gets read puts seek tell package} } continue
    set name
  }
} {}
check "what is taken is not what is left" {
  lmap name $::slackline::sandbox::left_in_place { if { $name ni $::slackline::sandbox::taken_from_tcl } continue; set name }
} {}
