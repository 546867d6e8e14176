# loading.tcl in both shapes of the tool: one that keeps ::sta::sdc_file (until 2025), and one that looks at [info script] and at the commands of its callers.
namespace eval sta {
  variable linked 0
  proc network_is_linked {} { return $::sta::linked }
}
set said {}
rename puts real_puts
proc puts { args } {
  if { [llength $args] == 1 } { lappend ::said [lindex $args 0] } else { real_puts {*}$args }
}
proc load_text { text { goes_on 0 } } {
  set ::said {}
  set file [write setup.tcl $text]
  set code [catch { ::slackline::loading::load $file $goes_on [file join $::folder track] } result]
  return [list $code $result [lindex [split [lindex $::slackline::loading::place 0] /] end] [lindex $::slackline::loading::place 1]]
}

if { $shape eq "sdc_file" } {
  proc where {} { return "[file tail $::sta::sdc_file]:$::sta::sdc_line" }
} else {
  # As OpenSTA 3 does it.
  proc ::sta::sdc_file_line {} {
    variable include_line
    for { set level [info frame] } { $level > 0 } { incr level -1 } {
      set frame [info frame $level]
      if { [dict get $frame type] eq "source" } { return [dict get $frame line] }
      if { [dict get $frame type] eq "proc" && [lindex [dict get $frame cmd] 0] eq "include_file" } { return $include_line }
    }
    return 1
  }
  proc where {} { return "[file tail [info script]]:[::sta::sdc_file_line]" }
}

rename check real_check
proc check { args } {
  rename puts quiet_puts
  rename real_puts puts
  uplevel #0 [list real_check {*}$args]
  rename puts real_puts
  rename quiet_puts puts
}
# The scripts below print through the quiet puts.
proc run { text { goes_on 0 } } {
  rename puts loud_puts
  rename quiet_puts puts
  rename loud_puts real_puts
  set result [load_text $text $goes_on]
  rename real_puts loud_puts
  rename puts quiet_puts
  rename loud_puts puts
  return $result
}

check "a place for whoever asks" { run "set a 1\nset b \[where\]\nif 1 {\n  set c \[where\]\n}\n"; list $b $c } {setup.tcl:2 setup.tcl:5}
check "continued lines end the command" { run "set a \\\n  \[where\]\n"; set a } setup.tcl:2
check "success leaves no place" { run "set a 1" } {0 {} {} {}}
check "an error ends the script" { run "set a 1\nnosuch x\nset a 2\n" } {1 {invalid command name "nosuch"} setup.tcl 2}
check "and what is behind it is not evaluated" { set a } 1
check "it goes on when it is told to" { run "nosuch x\nset a 3\n" 1; list $a $said } {3 {{Error: setup.tcl, 1 invalid command name "nosuch"}}}
set sta_continue_on_error 0
check "or the script says so" { run "set sta_continue_on_error 1\nnosuch x\nset a 4\n"; set a } 4
set sta_continue_on_error 0
check "an error that has its place keeps it" { run "set sta_continue_on_error 1\nerror {Error 12: in.sdc line 3, no}"; set said } {{Error 12: in.sdc line 3, no}}
set sta_continue_on_error 0
check "the error of a script that Tcl's source has read" { write in.tcl "set a 1\n\nnosuch y\n"; run "set b 1\nsource $folder/in.tcl" } {1 {invalid command name "nosuch"} in.tcl 3}
check "return has nothing to return from" { run "return 1" } {1 {invoked "return" outside of a proc.} setup.tcl 1}
check "a command that is not closed" { run "set a 1\nset b \{\nset c 1\n" } {1 {the command that begins here is not complete: a brace, bracket or quote is not closed} setup.tcl 2}
check "what is evaluated is on record while it is" { run "set a \[read_whole $folder/track\]"; lrange $a 1 end } 1
check "scripts find nothing of ours in errorInfo" { run "catch {nosuch x}\nset a \$::errorInfo\n"; set a } "invalid command name \"nosuch\"\n    while executing\n\"nosuch x\""
check "nor behind an error passed over" { run "nosuch x\nset a \$::errorInfo\n" 1; set a } "invalid command name \"nosuch\"\n    while executing\n\"nosuch x\""
set sta_continue_on_error 0
check "the setup script is current for those who look for their folder" { run {set a [file tail [info script]]}; set a } setup.tcl
check "nothing is current behind it" { run {set a 1}; list [info script] [info exists ::sta::sdc_file] [info exists ::sta::include_line] } {{} 0 0}
check "compressed" { set channel [open $folder/packed.tcl.gz w]; zlib push gzip $channel; chan puts $channel "set a packed"; close $channel; ::slackline::loading::load $folder/packed.tcl.gz 0 $folder/track; set a } packed
if { $shape eq "sdc_file" } {
  # The tool's own source sets the name of a script in the script, and sets ours again behind it.
  check "a script in it is not current" { run "set ::sta::sdc_file other.tcl\nset a \[info script\]"; run {set a [info script]; set b $::sta::sdc_file; set ::sta::sdc_file other.tcl; set a [info script]; set ::sta::sdc_file $b; lappend a [file tail [info script]]}; set a } setup.tcl
} else {
  check "nothing is set that this shape has not" { run {set a [info exists ::sta::sdc_file]}; set a } 0
}
check done { expr 1 } 1
