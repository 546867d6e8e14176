# tclsh run.tcl SCRIPTS CASES SHAPE: tries our Tcl procs without a tool, in a plain interpreter.
#   SCRIPTS   the folder of our scripts
#   CASES     a file of cases, which begins with "# Shapes: SHAPE ..."
#   SHAPE     the tool for which stand-ins/SHAPE.tcl stands: small procs in the tool's place, by the names and with the arguments that it has
# Prints a Tcl list for each case: {ok NAME}, or {wrong NAME GOT EXPECTED}.
#
# In a file of cases:
#   ours SCRIPT ...                  evaluates scripts of ours
#   check NAME BODY EXPECTED         BODY's result, or "error: MESSAGE"; a new line at its start and its end does not count in EXPECTED
#   check_in SHAPES NAME BODY EXPECTED   the same, for some of the shapes
#   write NAME TEXT, read_whole FILE     files; $folder is a folder for them
# NAME is written as it is, in quotes: the tests find the names by reading the file.

lassign $argv scripts cases shape
set here [file dirname [file normalize [info script]]]
close [file tempfile folder]
file delete $folder
file mkdir $folder
set plain [interp create]
foreach variable {scripts here folder shape} {
  interp eval $plain [list set $variable [set $variable]]
}
# Not a literal: that would have a place in this file.
interp eval $plain [string trim {
  # Not sourced: commands and procs then have no place in a file, as when the tool reads our scripts.
  proc evaluate_file { file } {
    uplevel #0 [read_whole $file]
  }
  proc ours { args } {
    foreach script $args {
      evaluate_file [file join $::scripts $script]
    }
  }
  proc check { name body expected } {
    if { [catch { uplevel #0 $body } got] } {
      set got "error: $got"
    }
    if { $got eq $expected || $got eq [string trim $expected \n] } {
      report [list ok $name]
    } else {
      report [list wrong $name $got $expected]
    }
  }
  proc check_in { shapes name body expected } {
    if { $::shape in $shapes } {
      uplevel #0 [list check $name $body $expected]
    }
  }
  proc write { name text } {
    set file [file join $::folder $name]
    set channel [open $file w]
    fconfigure $channel -translation lf -encoding utf-8
    puts -nonewline $channel $text
    close $channel
    return $file
  }
  proc read_whole { file } {
    set channel [open $file r]
    fconfigure $channel -encoding utf-8
    set text [read $channel]
    close $channel
    return $text
  }
}]
# Of the outer interpreter: cases may take puts away.
interp alias $plain report {} apply {{ result } { puts [string map {\n \\n} $result] }}
set code [catch {
  interp eval $plain [list evaluate_file [file join $here stand-ins $shape.tcl]]
  interp eval $plain [list evaluate_file $cases]
} message options]
file delete -force $folder
if { $code } {
  puts stderr [dict get $options -errorinfo]
  exit 1
}
