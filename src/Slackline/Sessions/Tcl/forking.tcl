# Processes forked from the tool with its design loaded: each evaluates one script and ends. The loaded design is shared, copied only where
# it is written to, and whatever happens to a child, the parent and its design stay as they were.
#
# fork comes from a library for Tcl, loaded into an interpreter of its own: in the tool's, its commands would get into the way of the tool's
# own.
#   TclX     has fork, wait for one process, and kill
#   Expect   has exp_fork; exp_wait takes whichever child has ended; a child ends itself by becoming a shell that does
# An OpenROAD that has TclX built in needs no library.
#
# Threads do not survive a fork, and a child without the threads of the tool's queue would wait for them for ever: so they are ended before
# it, and begun again on both sides.

namespace eval ::slackline::forking {
  variable forker ""
  variable way none
  # The exit states of children that exp_wait has met, until they are queried.
  variable ended
  array set ended {}

  # Prepares to fork by one of WAYS, the best one first. Returns a dictionary: way (tclx, expect, none), file (the library) and cannot
  # (what is wrong with each).
  proc prepare { ways } {
    variable forker
    variable way
    set failures ""
    foreach candidate {tclx expect} {
      if { $candidate ni $ways } {
        continue
      }
      set failure ""
      foreach library [libraries $candidate] {
        set interpreter [interp create]
        if { ![catch { load_$candidate $library $interpreter } message] } {
          set forker $interpreter
          set way $candidate
          return [dict create way $way file $library cannot ""]
        }
        interp delete $interpreter
        if { $failure eq "" } {
          set failure "$library: $message"
        }
      }
      if { $candidate eq "tclx" && [is_built_in] } {
        set forker {}
        set way tclx
        return [dict create way $way file "" cannot ""]
      }
      lappend failures "[dict get {tclx TclX expect Expect} $candidate]: [expr { $failure eq "" ? "not installed" : $failure }]"
    }
    return [dict create way none file "" cannot [join $failures "; "]]
  }

  # The library's files. Where distributions put them: Debian /usr/lib, /usr/lib/x86_64-linux-gnu; Fedora, RHEL and SUSE
  # /usr/lib64/tcl8.6/tclx8.4; Arch /usr/lib/expect5.45.4.
  proc libraries { way } {
    set directories ""
    foreach variable {::auto_path ::tcl_pkgPath ::env(TCLLIBPATH)} {
      if { [info exists $variable] && ![catch { llength [set $variable] }] } {
        lappend directories {*}[set $variable]
      }
    }
    if { [info exists ::env(LD_LIBRARY_PATH)] } {
      lappend directories {*}[split $::env(LD_LIBRARY_PATH) :]
    }
    catch { lappend directories [::tcl::pkgconfig get libdir,runtime] }
    catch { lappend directories [file join [file dirname [file dirname [info nameofexecutable]]] lib] }
    lappend directories /usr/lib64 /usr/lib {*}[glob -nocomplain /usr/lib/*-linux-gnu*] /usr/lib/tcltk /usr/local/lib64 /usr/local/lib
    # Tcl 9 crashes on a library for Tcl 8; those for it have its number before their name.
    set major [lindex [split [info patchlevel] .] 0]
    set name "lib[expr { $major > 8 ? "tcl$major" : "" }]$way*.so*"
    set found ""
    foreach below [list "" "$way\[0-9\]*" "tcl\[0-9\]*" "tcl*/$way\[0-9\]*"] {
      foreach directory [lsort -unique $directories] {
        if { $directory ne "" } {
          lappend found {*}[glob -nocomplain -type f -directory $directory -- [file join $below $name]]
        }
      }
    }
    # Of a library and the links to it one is enough, and of a folder that is reached in several ways.
    set real ""
    foreach library $found {
      dict set real [file dirname [file normalize [file join $library x]]] 1
    }
    return [dict keys $real]
  }

  proc load_tclx { library interpreter } {
    load $library Tclx $interpreter
    foreach name {fork wait kill} {
      if { [interp eval $interpreter [list info commands $name]] eq "" } {
        error "it has no command $name"
      }
    }
  }

  proc load_expect { library interpreter } {
    load $library Expect $interpreter
    # To Expect its own input and output are processes, too, with the number 0: it would wait for any child on their behalf, and lose how it
    # ended. It does so only once for each: here, where there is no child yet.
    for { set i 0 } { $i < 10 } { incr i } {
      if { [catch { interp eval $interpreter { exp_wait -i -1 -nowait } }] } {
        return
      }
    }
    error "exp_wait does not say when no child has ended"
  }

  proc is_built_in {} {
    return [expr { [package provide Tclx] ne ""
      && [llength [info commands ::fork]] && [llength [info commands ::wait]] && [llength [info commands ::kill]] }]
  }

  # Evaluates SCRIPT in a child. Returns the child's process.
  proc fork { output outcome how script } {
    variable forker
    variable way
    ::slackline::sandbox::prepare_fork $script
    set threads 1
    catch { set threads [sta::thread_count] }
    catch { sta::set_thread_count 0 }
    flush stdout
    flush stderr
    set failed [catch { interp eval $forker [dict get {tclx fork expect exp_fork} $way] } child]
    catch { sta::set_thread_count $threads }
    if { $failed } {
      error $child
    }
    if { $child == 0 } {
      close $::slackline::requests
      catch { ::slackline::evaluate $output $outcome $how $script }
      end_hard
    }
    return $child
  }

  # Not exit: what the parent has not flushed yet would be written twice, and its exit handlers are not ours to run.
  proc end_hard {} {
    variable forker
    variable way
    if { $way eq "tclx" } {
      interp eval $forker [list kill KILL [pid]]
    }
    # A kill run by exec would outlive this process, and where no process adopts orphans it would stay a zombie.
    catch { interp eval $forker { exp_overlay /bin/sh -c {kill -KILL $$} } }
    while 1 {
      # Slackline kills a child that has not ended when its output has.
      after 3600000
    }
  }

  # How a child ended: "EXIT 0", "SIG SIGKILL"; empty when it has not.
  proc reap { child } {
    variable forker
    variable way
    variable ended
    if { $way eq "tclx" } {
      return [lrange [interp eval $forker [list wait -nohang $child]] 1 end]
    }
    while { ![catch { interp eval $forker { exp_wait -i -1 -nowait } } end] } {
      lassign $end process spawned failed code kind signal
      set ended($process) [expr { $kind eq "CHILDKILLED" ? "SIG $signal" : "EXIT $code" }]
    }
    if { [info exists ended($child)] } {
      set how $ended($child)
      unset ended($child)
      return $how
    }
    return ""
  }
}
