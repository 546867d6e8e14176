# redirection.tcl with a tool that has one place to print to and refuses a second one (OpenROAD), or lets it take the first one's place for good (OpenSTA).
namespace eval sta {
  variable out ""
  variable text ""
  variable in_string 0
  proc begin_file { file mode } {
    variable out
    variable in_string
    if { $::shape eq "one" && ($out ne "" || $in_string) } { error UTL-0102 }
    set channel [open $file $mode]
    fconfigure $channel -buffering none
    set out $channel
  }
  proc redirect_file_begin { file } { begin_file $file w }
  # A FIFO has no end to go to.
  proc redirect_file_append_begin { file } { begin_file $file [expr { [file type $file] eq "fifo" ? "w" : "a" }] }
  proc redirect_file_end {} { variable out; if { $out ne "" } { close $out }; set out "" }
  proc redirect_string_begin {} { variable out; variable in_string; if { $::shape eq "one" && ($out ne "" || $in_string) } { error UTL-0102 }; set in_string 1; set ::sta::text "" }
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
if { $shape eq "one" } {
  check "one in another is refused as in the tool" { output { sta::redirect_string_begin; set a [catch { sta::redirect_file_begin $folder/f } m]; sta::redirect_string_end; sta::say "$a $m" } } {{1 UTL-0102}}
} else {
  check "a file in a string" { output { sta::redirect_string_begin; sta::redirect_file_begin $folder/f; sta::redirect_file_end; sta::redirect_string_end; sta::say behind } } behind
}
check "without any of ours nothing is done" { sta::redirect_file_begin $folder/f; sta::say one; sta::redirect_file_end; read_whole $folder/f } "one\n"
check done { expr 1 } 1
