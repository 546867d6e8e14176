# For tests of our procs in a plain interpreter, without a tool: check NAME SCRIPT EXPECTED prints "ok NAME", or what is different.
proc check { name script expected } {
  if { [catch { uplevel #0 $script } got] } {
    set got "error: $got"
  }
  puts [expr { $got eq $expected ? "ok $name" : "not ok $name: got '$got', expected '$expected'" }]
}
proc write { name text } {
  set file [file join $::folder $name]
  set channel [open $file w]
  puts -nonewline $channel $text
  close $channel
  return $file
}
proc read_whole { file } {
  set channel [open $file r]
  set text [read $channel]
  close $channel
  return $text
}
