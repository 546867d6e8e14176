# Shapes: opensta-2.0.17 opensta-3.1.0
# loading.tcl with a tool that keeps ::sta::sdc_file (until 2025), and with one that looks at [info script] and at the commands of its callers.
ours loading.tcl

set said {}
rename puts real_puts
proc puts { args } {
  if { [llength $args] == 1 } { lappend ::said [lindex $args 0] } else { real_puts {*}$args }
}
proc run { text { goes_on 0 } } {
  set ::said {}
  set file [write setup.tcl $text]
  set code [catch { ::slackline::loading::load $file $goes_on [file join $::folder track] } result]
  return [list $code $result [lindex [split [lindex $::slackline::loading::place 0] /] end] [lindex $::slackline::loading::place 1]]
}
proc where {} {
  if { $::shape eq "opensta-2.0.17" } {
    return "[file tail $::sta::sdc_file]:$::sta::sdc_line"
  }
  return "[file tail [info script]]:[::sta::sdc_file_line]"
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
# The tool's own source sets the name of a script in the script, and sets ours again after it.
check_in opensta-2.0.17 "a script in it is not current" {
  run {set a [info script]; set b $::sta::sdc_file; set ::sta::sdc_file other.tcl; set a [info script]; set ::sta::sdc_file $b; lappend a [file tail [info script]]}
  set a
} setup.tcl
check_in opensta-3.1.0 "nothing is set that this shape has not" { run {set a [info exists ::sta::sdc_file]}; set a } 0

check_in opensta-2.0.17 "a warning names the file and the line" { run "set a 1\n\n::sta::sta_warn {no such net}\n"; set said } {{Warning: setup.tcl, 3 no such net}}
check_in opensta-3.1.0 "a warning has its number, the file and the line" { run "set a 1\n\n::sta::sta_warn 349 {no such net}\n"; set said } {{Warning 349: setup.tcl:3: no such net}}
check_in opensta-2.0.17 "an error names them, too" { run "\n::sta::sta_error {no such net}\n" } {1 {Error: setup.tcl, 2 no such net} setup.tcl 2}
check_in opensta-3.1.0 "an error has them, too" { run "\n::sta::sta_error 232 {no such net}\n" } {1 {Error 232: setup.tcl:2: no such net} setup.tcl 2}
check_in opensta-2.0.17 "an error passed over is printed once, with its place" { run "\n::sta::sta_error {no such net}\nset a on\n" 1; set ::sta_continue_on_error 0; list $a $said } {on {{Error: setup.tcl, 2 no such net}}}
check_in opensta-3.1.0 "an error passed over is printed once, with its number" { run "\n::sta::sta_error 232 {no such net}\nset a on\n" 1; set ::sta_continue_on_error 0; lindex $said 0 } {Error 232: setup.tcl:2: no such net}
check "without a setup a warning names no script" { set ::said {}; ::sta::sta_warn {*}[expr { $shape eq "opensta-3.1.0" ? 1 : "" }] text; string match {*setup*} $said } 0

# The same commands as by looking at the whole command after each line, as the tool does.
proc commands_one_by_one { text } {
  set commands ""
  set command ""
  set first 1
  set line 0
  foreach text_line [split $text "\n"] {
    incr line
    append command $text_line "\n"
    if { [string index $text_line end] ne "\\" && [info complete $command] } {
      lappend commands $command $first $line
      set command ""
      set first [expr { $line + 1 }]
    }
  }
  if { [string trim $command] ne "" } {
    lappend commands $command $first ""
  }
  return $commands
}
proc random_text { seed } {
  expr { srand($seed) }
  set pieces [list "set a" " \{" "\}" " \[" "\]" "\"" " # c" "# \{" " \\" "\\\\" "\\\}" "\\\"" " x" "\n" "\n" "\n" ";" "\\\n" "\{*\}"]
  set text ""
  for { set i 0 } { $i < 40 } { incr i } {
    append text [lindex $pieces [expr { int(rand() * [llength $pieces]) }]]
  }
  return $text
}
check "commands end where looking at each line finds their end" {
  set differ ""
  for { set seed 1 } { $seed <= 3000 } { incr seed } {
    set text [random_text $seed]
    if { [::slackline::loading::commands_of $text] ne [commands_one_by_one $text] } { lappend differ $text }
  }
  set differ
} ""
