# Evaluates a setup script as the tool evaluates a file of its command line: command by command, with the file and the line known to the
# tool's messages, and on after an error where sta_continue_on_error says so. Versions know the place in two ways:
#   - until March 2025, ::sta::sdc_file and ::sta::sdc_line, which the tool's own source keeps for the scripts in the script;
#   - since then, [info script], and ::sta::include_line if it finds a call of a command include_file among its callers.

namespace eval ::slackline::loading {
  # File and line of the command being evaluated; empty while no command is.
  variable place ""
  # A channel to which the place is written, in case that the tool dies.
  variable tracker ""

  # Evaluates the setup script FILE; goes on after errors if GOES_ON. While it does, the place is in the file TRACK.
  proc load { file goes_on track } {
    variable place ""
    variable tracker [open $track w]
    fconfigure $tracker -translation lf -encoding utf-8
    if { $goes_on } {
      set ::sta_continue_on_error 1
    }
    set code [catch { include_file $file } result]
    leave_file
    close $tracker
    if { $code == 1 } {
      error $result
    }
    set place ""
    if { [is_linked] } {
      # The first timing update belongs to loading, not to the first query. find_timing leaves a part of the search for the first that asks for
      # paths, which would be each forked process anew: a question of which the answer is not wanted makes it do that here. Without a
      # clock there is no such part, and a search made before changes what -unconstrained finds.
      catch { ::sta::find_timing }
      if { ![catch { all_clocks } clocks] && [llength $clocks] } {
        catch { total_negative_slack }
      }
      ::slackline::paths::look_for_latches
    }
    return ""
  }

  # Whether there is a design; a tool that cannot be asked has one.
  proc is_linked {} {
    return [expr { [catch { ::sta::network_is_linked } linked] || $linked }]
  }

  proc keeps_sdc_file {} {
    return [expr { [llength [info procs ::sta::sdc_file_line]] == 0 }]
  }

  # The tool's own has this name, and it looks for that.
  proc include_file { file } {
    variable place
    set channel [open $file r]
    if { [file extension $file] eq ".gz" } {
      zlib push gunzip $channel
    }
    set text [read $channel]
    close $channel
    enter_file $file
    foreach { command first line } [commands_of $text] {
      if { $line eq "" } {
        set place [list $file $first]
        error "the command that begins here is not complete: a brace, bracket or quote is not closed"
      }
      reach $file $line
      set code [catch { uplevel #0 $command } result options]
      if { $code != 0 } {
        forget_ourselves
        set message [message_of $code $result]
        set place [innermost $options $place]
        if { ![info exists ::sta_continue_on_error] || !$::sta_continue_on_error } {
          error $message
        }
        puts [with_place $message]
      }
    }
  }

  # The commands in a text, each with its first and its last line; the last line is empty for one that is not complete.
  proc commands_of { text } {
    set commands ""
    set command ""
    set line 0
    set first 1
    # A brace, bracket or quote is open, and no line since has a character that could close it. The tool looks at the whole command after each
    # of its lines, which takes seconds for a list of ten thousand lines, and four times as long for twice as many.
    set is_open 0
    foreach text_line [split $text "\n"] {
      incr line
      append command $text_line "\n"
      if { $is_open && [regexp {[]\}"]} $text_line] } {
        set is_open 0
      }
      if { $is_open || [string index $text_line end] eq "\\" } {
        continue
      }
      set is_open [expr { ![info complete $command] }]
      if { !$is_open } {
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

  proc enter_file { file } {
    info script $file
    if { [keeps_sdc_file] } {
      set ::sta::sdc_file $file
      # These versions have no [info script]. The setup script has it all the same, the scripts in it have not.
      trace add variable ::sta::sdc_file write ::slackline::loading::follow_script
    } elseif { [info exists ::sta::include_line] } {
      variable line_before $::sta::include_line
    }
  }

  proc follow_script { args } {
    variable place
    info script [expr { $::sta::sdc_file eq [lindex $place 0] ? $::sta::sdc_file : "" }]
  }

  proc leave_file {} {
    variable line_before
    info script ""
    unset -nocomplain ::sta::sdc_file ::sta::sdc_line
    if { [info exists line_before] } {
      set ::sta::include_line $line_before
    } else {
      unset -nocomplain ::sta::include_line
    }
  }

  proc reach { file line } {
    variable place [list $file $line]
    variable tracker
    if { [keeps_sdc_file] } {
      # A script in it that was not complete has left its own.
      if { ![info exists ::sta::sdc_file] || $::sta::sdc_file ne $file } {
        set ::sta::sdc_file $file
      }
      set ::sta::sdc_line $line
    } else {
      set ::sta::include_line $line
      info script $file
    }
    seek $tracker 0
    puts $tracker $place
    flush $tracker
  }

  proc message_of { code result } {
    switch -- $code {
      1 { return $result }
      2 { return {invoked "return" outside of a proc.} }
      3 { return {invoked "break" outside of a loop.} }
      4 { return {invoked "continue" outside of a loop.} }
    }
    return "it ended with Tcl's code $code."
  }

  # Where an error was raised: in a script that Tcl's own source has read, if Tcl reports that; else at PLACE.
  proc innermost { options place } {
    if { [dict exists $options -errorinfo] && [regexp {\(file "([^\n]*)" line (\d+)\)} [dict get $options -errorinfo] all file line] } {
      return [list $file $line]
    }
    return $place
  }

  # As the tool prints it. What its procs say has its place already; what its library says, of a file that cannot be read, has none.
  proc with_place { message } {
    variable place
    if { [string match "Error*" $message] && ![regsub {^Error: (?!\S+, \d+ |\S+ line \d+, )} $message {} message] } {
      return $message
    }
    return "Error: [file tail [lindex $place 0]], [lindex $place 1] $message"
  }

  # Scripts may print errorInfo, and know nothing of us.
  proc forget_ourselves {} {
    regsub {\n    \("uplevel" body line \d+\)\n    invoked from within\n"uplevel #0 \$(command|script) ?"$} $::errorInfo {} ::errorInfo
  }

  # File and line for what is called from a script: the setup's own, or those of a script in it, as far as the tool knows them.
  proc current_place {} {
    variable place
    if { [keeps_sdc_file] } {
      return [expr { [info exists ::sta::sdc_file] && [info exists ::sta::sdc_line] ? [list $::sta::sdc_file $::sta::sdc_line] : $place }]
    }
    if { [info script] ne "" && [info script] ne [lindex $place 0] && ![catch { ::sta::sdc_file_line } line] } {
      return [list [info script] $line]
    }
    return $place
  }
}
