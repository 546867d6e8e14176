# Runs inside OpenSTA (or OpenROAD) and serves Slackline's requests until its standard input ends.
#
# A request is a line with a number N, and then N bytes of UTF-8: a Tcl list
#   ID hello FORKERS GROUPS   what the tool is and can do; FORKERS may fork it (forking.tcl), GROUPS are names of path groups (names.tcl)
#   ID load OUTPUT FILE GOES_ON TRACK       evaluate the setup script FILE (loading.tcl)
#   ID fork OUTPUT OUTCOME HOW SCRIPT       evaluate SCRIPT in a process forked from this one (forking.tcl); the result is its process
#   ID reap CHILD                           how that process ended
#   ID evaluate OUTPUT OUTCOME HOW SCRIPT   evaluate SCRIPT here
# What the tool prints meanwhile goes to the FIFO OUTPUT. The reply has the same form, on the FIFO named in SLACKLINE_REPLY: {ID ok RESULT}
# or {ID error MESSAGE FILE LINE}, FILE and LINE empty where they are not known; {ID exit COMMAND FILE LINE} when a script ends the tool.
# How a SCRIPT ended is in the file OUTCOME, {ok RESULT}, {error MESSAGE} or {exit COMMAND}, before the end of its OUTPUT. HOW steers it
# (paths.tcl).
#
# The tool's messages name the script that they are about: they look at [info script], and at the commands of all callers, which they take
# for lists. So no script is current outside of a setup, and no command here that calls a script's has {*} in it.

namespace eval ::slackline {
  variable requests
  variable replies
  # The request that is served, {ID KIND}, and the file for its outcome.
  variable serving ""
  variable outcome_file ""

  # Everything that differs between versions of the tool is asked for here and nowhere else.
  proc hello { forkers groups } {
    set features [dict create version unknown openroad "" tcl [info patchlevel]]
    catch { dict set features version [sta::version] }
    catch { dict set features openroad [string trim "[ord::openroad_version] [ord::openroad_git_describe]"] }
    dict set features forking [::slackline::forking::prepare $forkers]
    ::slackline::names::prepare $groups
    dict set features can_steer [::slackline::paths::can_steer]
    ::slackline::crashes::prepare
    ::slackline::redirection::watch
    trace add execution ::exit enter ::slackline::before_exit
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

  # Evaluates a setup script with all that the tool prints going to OUTPUT. Returns the units, and whether there is a design.
  proc load { output file goes_on track } {
    ::slackline::sandbox::prepare ""
    ::slackline::redirection::begin $output
    set code [catch { ::slackline::loading::load $file $goes_on $track } result]
    ::slackline::redirection::end
    if { $code } {
      error $result
    }
    return [dict replace [units] linked [::slackline::loading::is_linked]]
  }

  # Evaluates SCRIPT as HOW says, with all that the tool prints going to OUTPUT, and leaves in OUTCOME how it ended.
  proc evaluate { output outcome how script } {
    ::slackline::sandbox::prepare $script
    variable outcome_file $outcome
    info script ""
    ::slackline::redirection::begin $output
    ::slackline::names::begin
    ::slackline::paths::begin $how
    set code [catch {
      set returned [uplevel #0 $script]
      ::slackline::returned::print $script $returned
      set returned
    } result]
    ::slackline::paths::finish
    ::slackline::names::finish
    if { $code == 1 } {
      set result [::slackline::names::explain $result]
    }
    flush stdout
    # 2 is return: a script may end with it.
    leave_outcome [expr { $code in {0 2} ? "ok" : "error" }] $result
    ::slackline::redirection::end
    ::slackline::loading::forget_ourselves
  }

  proc leave_outcome { kind result } {
    variable outcome_file
    set file [open $outcome_file w]
    fconfigure $file -translation lf -encoding utf-8
    puts -nonewline $file [list $kind $result]
    close $file
  }

  # A script ends the tool. The reply names the command that did it; then the process ends as usual.
  proc before_exit { command operation } {
    variable serving
    lassign $serving id kind
    if { $kind eq "load" } {
      ::slackline::redirection::end
      lassign [::slackline::loading::current_place] file line
      reply [list $id exit $command $file $line]
    } elseif { $kind ni {fork evaluate} } {
      return
    } else {
      leave_outcome exit $command
      ::slackline::redirection::end
      if { $kind eq "evaluate" } {
        reply [list $id ok ""]
      } else {
        ::slackline::forking::end_hard
      }
    }
    end
  }

  proc serve { request } {
    variable serving [lrange $request 0 1]
    lassign $request id kind first second third fourth
    set code [catch {
      switch -- $kind {
        hello { hello $first $second }
        load { load $first $second $third $fourth }
        fork { ::slackline::forking::fork $first $second $third $fourth }
        reap { ::slackline::forking::reap $first }
        evaluate { evaluate $first $second $third $fourth }
        default { error "unknown request '$kind'" }
      }
    } result]
    set serving ""
    if { $code == 0 } {
      return [list $id ok $result]
    }
    return [list $id error $result [lindex $::slackline::loading::place 0] [lindex $::slackline::loading::place 1]]
  }

  proc reply { words } {
    variable replies
    set reply [encoding convertto utf-8 $words]
    puts -nonewline $replies "[string length $reply]\n$reply"
    flush $replies
  }

  # Requests come from standard input, which scripts see as empty: a script that reads there would take our requests, and then wait for
  # ever.
  proc take_standard_input {} {
    variable requests
    if { [catch { open /dev/fd/0 r } requests] } {
      set requests stdin
      return
    }
    close stdin
    # The next channel that is opened is standard input again.
    open /dev/null r
  }

  proc main {} {
    variable requests
    variable replies [open $::env(SLACKLINE_REPLY) w]
    fconfigure $replies -translation binary
    take_standard_input
    fconfigure $requests -translation binary
    info script ""
    while { [gets $requests length] >= 0 } {
      reply [serve [encoding convertfrom utf-8 [read $requests $length]]]
    }
  }

  # The shell's own exit would first save a command history in the user's home, and write twice what a forked process has not flushed yet.
  proc end {} {
    exec kill -KILL [pid]
  }
}

::slackline::main
# Standard input has ended: Slackline is gone.
::slackline::end
