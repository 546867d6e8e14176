# crashes.tcl with commands that only note that they were called. SHAPE: which of them there are.

namespace eval ::sta {}
set called {}
foreach name [expr { $shape eq "all" ? {find_fanin_pins find_fanin_insts find_fanout_pins find_fanout_insts} : {find_fanin_pins} }] {
  proc ::sta::$name { args } "lappend ::called $name \$args; return found"
}
set commands [lsort [info commands ::sta::*]]
::slackline::crashes::prepare

check "every command is there under its name" { lsort [lmap name [info commands ::sta::*] { if { [string match *slackline_* $name] } continue; set name }] } $commands
foreach command $commands {
  set called {}
  check "$command of no pins finds nothing" [list $command {} 1 0 0 0 0 0] {}
  check "and the tool is not asked" { set called } {}
  check "$command of pins is the tool's" [list $command {_1_p_Pin _2_p_Pin} 1 0 0 0 0 0] found
  check "with its words" { set called } [list [namespace tail $command] {{_1_p_Pin _2_p_Pin} 1 0 0 0 0 0}]
}
puts "ok done"
