# Shapes: opensta-2.0.17 opensta-3.1.0
# crashes.tcl with commands that only note that they were called.
ours crashes.tcl

set commands {find_fanin_pins find_fanin_insts find_fanout_pins find_fanout_insts}
# Not every version has all of them.
set commands [lrange $commands 0 [expr { $shape eq "opensta-3.1.0" ? "end" : 0 }]]
foreach name $commands {
  call sta::$name { args } "lappend ::called $name \$args; return found"
}
set before [lsort [info commands ::sta::*]]
::slackline::crashes::prepare
proc of_each { script } {
  return [lmap name $::commands { set ::called {}; uplevel #0 [string map [list NAME ::sta::$name] $script] }]
}

check "every command is there under its name" { lsort [lsearch -all -inline -not [info commands ::sta::*] *slackline_*] } $before
check "of no pins nothing is found" { of_each { NAME {} 1 0 0 0 0 0 } } [lmap name $commands { list }]
check "and the tool is not asked" { of_each { NAME {} 1 0 0 0 0 0; set called } } [lmap name $commands { list }]
check "of pins the tool finds what it finds" { of_each { NAME {_1_p_Pin _2_p_Pin} 1 0 0 0 0 0 } } [lmap name $commands { string cat found }]
check "and is given all words" {
  of_each { NAME {_1_p_Pin _2_p_Pin} 1 0; set called }
} [lmap name $commands { list $name {{_1_p_Pin _2_p_Pin} 1 0} }]
