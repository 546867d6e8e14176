# Evaluates untrusted queries: the way into the sandbox.
#
#   ::slackline::sandbox::create               once, before the first query
#   ::slackline::sandbox::prepare SCRIPT       before SCRIPT, a query or not, is evaluated
#   ::slackline::sandbox::prepare_fork SCRIPT  before a process is forked that will evaluate it
#   ::slackline::sandbox::run SCRIPT SECONDS   evaluates SCRIPT, a query, and returns its result; what it prints goes where the
#                                              tool's output goes at that moment. It may compute for SECONDS, beside its longest report
#
# Three walls, each of which has to hold alone: the interpreter that a query has (interpreter.tcl), the checks of the words that it hands to
# the tool (checks.tcl), and the tool without all that a query does not need (lock.tcl). The allowed and the removed commands are lists:
# allowed.tcl and removed.tcl.
#
# Not bounded here, since Tcl cannot: memory, the stack that deeply nested text takes, and a single command that runs long in C
# (10 ** 10 ** 7, a pattern with many *, a report). Run queries in processes of their own with limits of memory and CPU time
# (StaRequest). Nothing here runs in threads, and what is written here before a fork is only read after it, or is the child's own.

namespace eval ::slackline::sandbox {
  # The interpreter of the next query.
  variable next ""
  # The query that runs: its interpreter, when it began and how long it may compute, and the longest call of the tool in it, in seconds.
  variable child ""
  variable began 0
  variable allowed 0
  variable longest_call 0

  # Reads the lists, looks up which of the commands this tool has, and makes the interpreter for the first query: a process that is forked
  # for a query finds it ready, fresh in every one.
  proc create {} {
    read_lists
    variable commands
    variable present {}
    foreach name [lsort [dict keys $commands]] {
      if { [llength [info commands ::$name]] } {
        lappend present $name
      }
    }
    variable next [make_interpreter]
  }

  # A query gets only the parts of the tool that it needs; any other script gets the whole tool, and may bring new commands.
  proc prepare { script } {
    variable known
    if { [is_query $script] } {
      take_needless
    } else {
      give_back needless_shelved
      set known 0
    }
  }

  # Commands taken before the fork need not be taken in each child.
  proc prepare_fork { script } {
    if { [is_query $script] } {
      take_needless
    }
  }

  proc is_query { script } {
    return [string match "::slackline::sandbox::run *" $script]
  }

  proc run { script seconds } {
    variable handles
    variable next
    variable child [expr { $next eq "" ? [make_interpreter] : $next }]
    set next ""
    variable allowed $seconds
    variable began [computed]
    variable longest_call 0
    array unset handles
    lock
    wake_in $seconds
    set code [catch { $child eval $script } result options]
    unlock
    interp delete $child
    # 2 is return: a script may end with it.
    if { $code == 0 || $code == 2 } {
      return $result
    }
    switch -glob -- [dict get [dict merge {-errorcode {}} $options] -errorcode] {
      {TCL LIMIT TIME*} { error "the query was stopped: it computed for more than $seconds s" }
      {TCL LIMIT COMMANDS*} { error "the query was stopped: it ran more than $::slackline::sandbox::most_commands commands" }
    }
    error $result
  }

  # Tcl's own limit is one of wall-clock time. A query waits while its output is not read, so its CPU time is checked instead.
  proc overdue {} {
    variable began
    variable allowed
    variable longest_call
    set left [expr { $allowed + $longest_call - ([computed] - $began) }]
    if { $left > 0 } {
      wake_in [expr { max($left, 0.01) }]
    }
  }

  proc wake_in { seconds } {
    variable child
    set time [expr { [clock milliseconds] + int(ceil($seconds * 1000)) }]
    $child limit time -seconds [expr { $time / 1000 }] -milliseconds [expr { $time % 1000 }]
  }

  proc computed {} {
    if { [catch { ::sta::user_run_time } seconds] } {
      return [expr { [clock milliseconds] / 1000.0 }]
    }
    return $seconds
  }
}
