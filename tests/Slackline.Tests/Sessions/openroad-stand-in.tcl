# A stand-in for OpenROAD where there is none: run by OpenSTA 2.0.17, it makes that behave like OpenROAD in what a session has to know. Written from OpenROAD's documentation and from what
# it was seen to print; nothing of it is OpenROAD's. The last line evaluates the script that the environment variable STAND_IN_SCRIPT names.
#   - messages: [ERROR ORD-0001] text, and the Tcl error only ORD-0001; also when a script catches it
#   - one redirection at a time (UTL-0102); tee
#   - the place of a message is looked for as OpenSTA 3 does it: [info script], callers that are called include_file, each caller's command taken for a list
#   - a netlist is linked only after a LEF was read, a DEF on top of it is read with -incremental
#   - an error ends a script, unless sta_continue_on_error
#   - some of TclX's commands are in the main interpreter

set ::sta_continue_on_error 0

namespace eval ord {
  variable lefs 0
  variable linked 0
  proc openroad_version {} { return "26Q3-77" }
  proc openroad_git_describe {} { return "" }
  proc db_has_tech {} { return [expr { $::ord::lefs > 0 }] }
}

namespace eval utl {
  variable active ""
  variable text ""
  proc say { severity tool id text } { puts [format {[%s %s-%04d] %s} $severity $tool $id $text] }
  proc info { tool id text } { say INFO $tool $id $text }
  proc warn { tool id text } { say WARNING $tool $id $text }
  proc error { tool id text } {
    say ERROR $tool $id $text
    return -code error [format %s-%04d $tool $id]
  }
  # Ends the process at once, as C does, without Tcl's exit.
  proc critical { tool id text } {
    say CRITICAL $tool $id $text
    flush stdout
    interp create ending
    interp eval ending { exit 1 }
  }

  proc begin { kind command file } {
    variable active
    if { $active ne "" } {
      utl::error UTL 102 "Unable to start new log redirect while another is active."
    }
    flush stdout
    {*}$command {*}$file
    set active $kind
  }
  proc end { kind command } {
    variable active
    if { $active ne $kind } {
      return ""
    }
    flush stdout
    set active ""
    return [$command]
  }

  proc redirectFileBegin { file } { begin file ::utl::real_file_begin [list $file] }
  proc redirectFileAppendBegin { file } { begin file ::utl::real_file_append_begin [list $file] }
  proc redirectFileEnd {} { end file ::utl::real_file_end; return "" }
  proc redirectStringBegin {} { begin string ::utl::real_string_begin {} }
  proc redirectStringEnd {} { return [end string ::utl::real_string_end] }
  # A tee shows what it copies; here on the terminal, at its end.
  proc teeFileBegin { file } { redirectFileBegin $file }
  proc teeFileAppendBegin { file } { redirectFileAppendBegin $file }
  proc teeFileEnd {} { redirectFileEnd }
  proc teeStringBegin {} { redirectStringBegin }
  proc teeStringEnd {} { return [redirectStringEnd] }
}

foreach { name utl } {file_begin redirectFileBegin file_append_begin redirectFileAppendBegin file_end redirectFileEnd string_begin redirectStringBegin string_end redirectStringEnd} {
  rename ::sta::redirect_$name ::utl::real_$name
  proc ::sta::redirect_$name args "return \[::utl::$utl {*}\$args\]"
}

# tee -file FILE | -variable NAME ?-append? ?-quiet? COMMAND
proc tee { args } {
  set command [lindex $args end]
  set append [expr { "-append" in $args }]
  set how [expr { "-quiet" in $args ? "redirect" : "tee" }]
  if { [set at [lsearch -exact $args -file]] >= 0 } {
    utl::${how}File[expr { $append ? "Append" : "" }]Begin [lindex $args $at+1]
    set code [catch { uplevel #0 $command } result]
    utl::${how}FileEnd
  } else {
    upvar 1 [lindex $args [lsearch -exact $args -variable]+1] variable
    utl::${how}StringBegin
    set code [catch { uplevel #0 $command } result]
    set text [utl::${how}StringEnd]
    set variable [expr { $append && [info exists variable] ? "$variable$text" : $text }]
  }
  return -code $code $result
}

namespace eval sta {
  proc sdc_file_line {} {
    variable include_line
    for { set level [info frame] } { $level > 0 } { incr level -1 } {
      set frame [info frame $level]
      if { [dict get $frame type] eq "source" } {
        return [dict get $frame line]
      }
      if { [dict get $frame type] eq "proc" && [lindex [dict get $frame cmd] 0] eq "include_file" } {
        return $include_line
      }
    }
    return 1
  }
  proc place {} { return [expr { [info script] eq "" ? "" : "[file tail [info script]] line [sdc_file_line], " }] }
  proc sta_warn { text } { ::utl::warn STA 9001 [place]$text }
  proc sta_error { text } { error "Error 9002: [place]$text" }
  proc sta_warn_error { kind text } { sta_$kind $text }

  proc include_file { file echo verbose } {
    variable include_line
    set outer [list [info script] [expr { [info exists include_line] ? $include_line : 0 }]]
    set channel [open $file r]
    set lines [split [read $channel] "\n"]
    close $channel
    info script $file
    set include_line 0
    set command ""
    foreach line $lines {
      incr include_line
      append command $line "\n"
      if { ![info complete $command] || [string index $line end] eq "\\" } {
        continue
      }
      set failed [catch { uplevel #0 $command } result]
      set command ""
      if { $failed } {
        set text [expr { [string match Error* $result] ? $result : "Error: [file tail $file], $include_line $result" }]
        if { !$::sta_continue_on_error } {
          break
        }
        puts $text
      }
    }
    info script [lindex $outer 0]
    set include_line [lindex $outer 1]
    if { [info exists text] && !$::sta_continue_on_error } {
      error $text
    }
  }
  proc source_ { file echo verbose } { include_file $file $echo $verbose }
}
proc include { file } { sta::include_file $file 0 0 }
# Tcl's own, which OpenSTA 2.0.17 has put aside.
if { [llength [info commands ::builtin_source]] } {
  rename ::source ""
  rename ::builtin_source ::source
}

rename ::link_design ::sta_link_design
proc read_lef { args } {
  set file [lindex $args end]
  if { ![file exists $file] } {
    utl::error ORD 1 "$file does not exist."
  }
  incr ::ord::lefs
  utl::info ODB 227 "LEF file: $file"
}
proc link_design { args } {
  if { ![ord::db_has_tech] } {
    utl::error ORD 2010 "no technology has been read."
  }
  uplevel 1 [list sta_link_design [lindex $args end]]
  set ::ord::linked 1
}
proc read_def { args } {
  if { $::ord::linked && "-incremental" ni $args } {
    utl::error ODB 251 "Chip already has a block"
  }
  utl::info ODB 127 "Reading DEF file: [lindex $args end]"
}

foreach name {fork kill wait system execl unlink chmod write_file read_file} {
  proc $name args "error \"the stand-in's $name was called\""
}

set channel [open $::env(STAND_IN_SCRIPT) r]
set script [read $channel]
close $channel
unset channel
uplevel #0 $script
