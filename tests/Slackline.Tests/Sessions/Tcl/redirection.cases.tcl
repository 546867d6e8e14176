# Shapes: opensta-2.0.17 opensta-3.1.0 openroad
# redirection.tcl with a tool that has one place to print to and refuses a second one (OpenROAD), or lets it take the first one's place for good (OpenSTA).
ours redirection.tcl effects.tcl

namespace eval sta {
  variable out ""
  variable text ""
  variable in_string 0
  proc begin_file { file mode } {
    variable out
    variable in_string
    if { $::shape eq "openroad" && ($out ne "" || $in_string) } { error UTL-0102 }
    set channel [open $file $mode]
    fconfigure $channel -buffering none
    set out $channel
  }
  proc redirect_file_begin { file } { begin_file $file w }
  # A FIFO has no end to go to.
  proc redirect_file_append_begin { file } { begin_file $file [expr { [file type $file] eq "fifo" ? "w" : "a" }] }
  proc redirect_file_end {} { variable out; if { $out ne "" } { close $out }; set out "" }
  proc redirect_string_begin {} { variable out; variable in_string; if { $::shape eq "openroad" && ($out ne "" || $in_string) } { error UTL-0102 }; set in_string 1; set ::sta::text "" }
  proc redirect_string_end {} { variable in_string 0; set all $::sta::text; set ::sta::text ""; return $all }
  proc say { words } {
    variable out
    variable in_string
    if { $in_string } { append ::sta::text $words "\n" } elseif { $out ne "" } { puts $out $words } else { error "'$words' went to the terminal" }
  }
}
namespace eval utl {
  # Shows on the terminal what it copies, where nobody of ours reads it.
  proc teeFileBegin { file } { ::sta::redirect_file_begin $file }
  proc teeFileAppendBegin { file } { ::sta::redirect_file_append_begin $file }
  proc teeFileEnd {} { ::sta::redirect_file_end }
  proc teeStringBegin {} { ::sta::redirect_string_begin }
  proc teeStringEnd {} { return [::sta::redirect_string_end] }
}
::slackline::redirection::watch

set round 0
proc output { script } {
  set fifo [file join $::folder fifo[incr ::round]]
  exec mkfifo $fifo
  set reader [open "|cat $fifo" r]
  ::slackline::redirection::begin $fifo
  set code [catch { uplevel #0 $script } message]
  ::slackline::redirection::end
  set text [read $reader]
  close $reader
  return [expr { $code ? "error: $message" : [split [string trim $text] "\n"] }]
}

check "a file" { output { sta::say one; sta::redirect_file_begin $folder/f; sta::say two; sta::redirect_file_end; sta::say three } } {one three}
check "has what went there" { read_whole $folder/f } "two\n"
check "appended" { output { sta::redirect_file_append_begin $folder/f; sta::say four; sta::redirect_file_end; sta::say five }; read_whole $folder/f } "two\nfour\n"
check "a string" { output { sta::redirect_string_begin; sta::say two; set a [sta::redirect_string_end]; sta::say three } } three
check "has it" { set a } "two\n"
check "a file that cannot be written" { output { sta::say one; catch { sta::redirect_file_begin $folder/none/f }; sta::say two } } {one two}
check "an end without a beginning" { output { sta::say one; sta::redirect_file_end; sta::say two; sta::redirect_string_end; sta::say three } } {one two three}
check "a beginning without an end" { output { sta::redirect_file_begin $folder/g; sta::say one }; output { sta::say two } } two
check "many" { output { for { set i 0 } { $i < 20 } { incr i } { sta::say $i; sta::redirect_file_begin $folder/f$i; sta::say x; sta::redirect_file_end } } } {0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19}
check "a tee into a file" { output { sta::say one; utl::teeFileBegin $folder/t; sta::say two; utl::teeFileEnd; sta::say three } } {one two three}
check "is in the file" { read_whole $folder/t } "two\n"
check "a tee that appends" { output { utl::teeFileAppendBegin $folder/t; sta::say four; utl::teeFileEnd } } four
check "is behind it" { read_whole $folder/t } "two\nfour\n"
check "a tee into a string" { output { utl::teeStringBegin; sta::say two; set a [utl::teeStringEnd]; sta::say "three $a" } } {two {three two}}
check_in openroad "one in another is refused as in the tool" { output { sta::redirect_string_begin; set a [catch { sta::redirect_file_begin $folder/f } m]; sta::redirect_string_end; sta::say "$a $m" } } {{1 UTL-0102}}
check_in {opensta-2.0.17 opensta-3.1.0} "a file in a string" { output { sta::redirect_string_begin; sta::redirect_file_begin $folder/f; sta::redirect_file_end; sta::redirect_string_end; sta::say behind } } behind
check "without any of ours nothing is done" { sta::redirect_file_begin $folder/f; sta::say one; sta::redirect_file_end; read_whole $folder/f } "one\n"

# --- redirections as effects of a script (effects.tcl) ---

namespace eval ::slackline::paths {
  variable is_recording 1
  variable may 1
  variable effects {}
  proc note_effect { what } {
    variable may
    variable effects
    # The tool opens its files in C, the procs in its place here in Tcl.
    if { [string match "it opened *" $what] } {
      return 1
    }
    lappend effects $what
    return $may
  }
}
# The effects of a script that is watched, and whether what is printed is still what is recorded.
proc watched { script { may 1 } } {
  set ::slackline::paths::is_recording 1
  set ::slackline::paths::effects {}
  set ::slackline::paths::may $may
  set output [output "::slackline::effects::begin; $script"]
  ::slackline::effects::finish
  return [list $output $::slackline::paths::effects $::slackline::paths::is_recording]
}
check "ours is no effect" { watched { sta::say one } } {one {} 1}
check "a file is one" { watched { sta::redirect_file_begin $folder/e; sta::say one; sta::redirect_file_end; sta::say two } } [list two [list "its output went to $folder/e"] 0]
check "so is its end" { watched { sta::redirect_file_append_begin $folder/e; sta::redirect_file_end } } [list {} [list "its output was added to $folder/e"] 0]
check "and a string" { watched { sta::redirect_string_begin; sta::redirect_string_end } } {{} {{it kept output in a variable}} 0}
check "a tee shows what it copies, so that is still recorded" { watched { utl::teeFileBegin $folder/e; sta::say one; utl::teeFileEnd; utl::teeStringBegin; utl::teeStringEnd } } [list one [list "its output was copied to $folder/e" {it kept output in a variable}] 1]
check "the tool's commands that call each other are one effect" {
  call utl::redirectFileBegin { file } { return [::sta::redirect_file_begin $file] }
  ::slackline::redirection::watch_command ::utl::redirectFileBegin {::slackline::redirection::pass file}
  watched { utl::redirectFileBegin $folder/e; sta::redirect_file_end }
} [list {} [list "its output went to $folder/e"] 0]
check "one that may not be does not happen" {
  file delete $folder/e
  list [watched { set code [catch { sta::redirect_file_begin $folder/e } message]; sta::say $message } 0] $code [file exists $folder/e]
} [list [list {{run again whole: it does more than report}} [list "its output went to $folder/e"] 1] 1 0]
check "unwatched nothing is noted" { set ::slackline::paths::effects {}; output { sta::redirect_file_begin $folder/e; sta::redirect_file_end }; set ::slackline::paths::effects } {}
