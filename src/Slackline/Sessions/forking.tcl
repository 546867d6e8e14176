# Processes forked from the tool with its design loaded: each evaluates one script and ends. The loaded design is shared, copied only where it is
# written to, and whatever happens to a child, the parent and its design stay as they were.
#
# fork comes from TclX, in an interpreter of its own: in the tool's, its commands would get into the way of the tool's own.
# Threads do not survive a fork, and a child without the threads of the tool's queue would wait for them for ever: so they are ended before it, and
# begun again on both sides.

namespace eval ::slackline::forking {
  variable forker ""

  # Makes ready to fork. Returns why that is not possible; empty when it is.
  proc prepare {} {
    variable forker
    set found ""
    foreach pattern {/usr/lib/libtclx8*.so* /usr/lib/*/libtclx8*.so* /usr/lib/tclx8*/libtclx8*.so* /usr/lib/*/tcltk/tclx8*/libtclx8*.so /usr/local/lib/tclx8*/libtclx8*.so} {
      lappend found {*}[lsort [glob -nocomplain $pattern]]
    }
    if { $found eq "" } {
      return "TclX is not installed (Debian: apt-get install tclx8.4)"
    }
    set interpreter [interp create]
    set message "it has no command fork"
    foreach library $found {
      if { ![catch { load $library Tclx $interpreter } message] && [interp eval $interpreter { llength [info commands fork] }] } {
        set forker $interpreter
        return ""
      }
    }
    interp delete $interpreter
    return "TclX cannot be loaded: $message"
  }

  # Evaluates SCRIPT in a child. Returns the child's process.
  proc fork { output outcome how script } {
    variable forker
    ::slackline::sandbox::prepare_fork $script
    set threads 1
    catch { set threads [sta::thread_count] }
    catch { sta::set_thread_count 0 }
    flush stdout
    flush stderr
    set failed [catch { interp eval $forker fork } child]
    catch { sta::set_thread_count $threads }
    if { $failed } {
      error $child
    }
    if { $child == 0 } {
      close stdin
      catch { ::slackline::evaluate $output $outcome $how $script }
      # Not exit: what the parent has not flushed yet would be written twice, and its exit handlers are not ours to run.
      interp eval $forker [list kill KILL [pid]]
    }
    return $child
  }

  # How a child ended: "EXIT 0", "SIG SIGKILL"; empty when it has not.
  proc reap { child } {
    variable forker
    return [lrange [interp eval $forker [list wait -nohang $child]] 1 end]
  }
}
