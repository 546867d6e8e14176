# Runs inside OpenSTA (or OpenROAD) and serves Slackline's requests until its standard input ends.
#
# A request is a line with a number of bytes, and then so many bytes of UTF-8: a Tcl list
#   ID hello                  what the tool is and can do
#   ID load OUTPUT FILE                     evaluate the setup script FILE, stop at its first error
#   ID fork OUTPUT OUTCOME HOW SCRIPT       evaluate SCRIPT in a process forked from this one (forking.tcl); the result is its process
#   ID reap CHILD                           how that process ended
#   ID evaluate OUTPUT OUTCOME HOW SCRIPT   evaluate SCRIPT here
# What the tool prints meanwhile goes to the FIFO OUTPUT. The reply has the same form, on the FIFO named in
# SLACKLINE_REPLY: {ID ok RESULT} or {ID error MESSAGE FILE LINE}, FILE and LINE empty where they are not known.
# How a SCRIPT ended is in the file OUTCOME, {ok RESULT} or {error MESSAGE}, before the end of its OUTPUT. HOW steers it (paths.tcl).

namespace eval ::slackline {
  # Everything that differs between versions of the tool is asked for here and nowhere else.
  proc hello {} {
    set features [dict create version unknown tcl [info patchlevel] report_checks ""]
    catch { dict set features version [sta::version] }
    catch { dict set features report_checks $::sta::cmd_args(report_checks) }
    dict set features cannot_fork [::slackline::forking::prepare]
    dict set features can_steer [::slackline::paths::can_steer]
    ::slackline::sandbox::create
    return $features
  }

  # Seconds and farads in the units of the reports: those of the library, or what the script has set.
  proc units {} {
    set units [dict create]
    catch { dict set units time [sta::time_ui_sta 1.0] }
    catch { dict set units capacitance [sta::capacitance_ui_sta 1.0] }
    return $units
  }

  # Evaluates a setup script with all that the tool prints going to OUTPUT.
  proc load { output file } {
    ::slackline::sandbox::prepare ""
    sta::redirect_file_begin $output
    set code [catch { load_file $file } result options]
    flush stdout
    sta::redirect_file_end
    return -options $options $result
  }

  # Evaluates SCRIPT as HOW says, with all that the tool prints going to OUTPUT, and leaves in OUTCOME how it ended.
  proc evaluate { output outcome how script } {
    ::slackline::sandbox::prepare $script
    sta::redirect_file_begin $output
    ::slackline::paths::begin $how
    set code [catch {
      set returned [uplevel #0 $script]
      ::slackline::returned::print $script $returned
      set returned
    } result]
    ::slackline::paths::finish
    flush stdout
    # 2 is return: a script may end with it.
    set file [open $outcome w]
    fconfigure $file -translation lf -encoding utf-8
    puts -nonewline $file [list [expr { $code in {0 2} ? "ok" : "error" }] $result]
    close $file
    sta::redirect_file_end
  }

  # Like the tool's own source, but it stops at the first error, and says where that was.
  proc load_file { file } {
    variable position
    set channel [open $file r]
    set text [read $channel]
    close $channel
    set script_before [info script]
    info script $file
    set ::sta::sdc_file $file
    set command ""
    set line 0
    set first 1
    foreach text_line [split $text "\n"] {
      incr line
      append command $text_line "\n"
      if { [string index $text_line end] ne "\\" && [info complete $command] } {
        set position [list $file $first]
        set ::sta::sdc_line $line
        uplevel #0 $command
        set command ""
        set first [expr { $line + 1 }]
      }
    }
    if { [string trim $command] ne "" } {
      set position [list $file $first]
      error "the command that begins here is not complete: a brace, bracket or quote is not closed"
    }
    set position ""
    info script $script_before
    unset -nocomplain ::sta::sdc_file ::sta::sdc_line
    # The first timing update belongs to loading, not to the first query. find_timing leaves a part of the search for whoever asks for paths first, which
    # would be each forked process anew: a question of which the answer is not wanted makes it do that here.
    catch { find_timing }
    catch { total_negative_slack }
    return ""
  }

  proc serve { request } {
    variable position ""
    set arguments [lassign $request id kind]
    set code [catch {
      switch -- $kind {
        hello { hello }
        load { load {*}$arguments; units }
        fork { ::slackline::forking::fork {*}$arguments }
        reap { ::slackline::forking::reap {*}$arguments }
        evaluate { evaluate {*}$arguments }
        default { error "unknown request '$kind'" }
      }
    } result]
    unset -nocomplain ::sta::sdc_file ::sta::sdc_line
    if { $code == 0 } {
      return [list $id ok $result]
    }
    return [list $id error $result [lindex $position 0] [lindex $position 1]]
  }

  proc main {} {
    set replies [open $::env(SLACKLINE_REPLY) w]
    fconfigure $replies -translation binary
    fconfigure stdin -translation binary
    while { [gets stdin length] >= 0 } {
      set request [encoding convertfrom utf-8 [read stdin $length]]
      set reply [encoding convertto utf-8 [serve $request]]
      puts -nonewline $replies "[string length $reply]\n$reply"
      flush $replies
    }
  }
}

::slackline::main
# Standard input has ended: Slackline is gone. The shell's own exit would first save a command history in the user's home.
exec kill -KILL [pid]
