# What a script does beside reporting: it writes files, runs programs, redirects or keeps a report's text. The planner runs a command several times, for its endpoints and for
# each slice, so it must know: such a script runs once, whole, and what it did is told.
#
# While an evaluation is watched, the commands with effects have a watcher in their place. It asks paths.tcl whether the script may go on, and then calls the command itself.

namespace eval ::slackline::effects {
  variable watched {}

  # A command, when a call of it has an effect (an expression over its words), and how that is told.
  variable commands {
    ::open {[string match |* [lindex $words 0]] || [lindex $words 1] ni {"" r rb RDONLY}} {"it opened [lindex $words 0]"}
    ::exec {1} {"it ran [lindex $words 0]"}
    ::socket {1} {"it opened a connection"}
    ::tcl::file::delete {1} {"it deleted [join $words]"}
    ::tcl::file::rename {1} {"it renamed [lindex $words end-1]"}
    ::tcl::file::copy {1} {"it copied to [lindex $words end]"}
    ::tcl::file::mkdir {1} {"it made the directory [join $words]"}
    ::tcl::file::link {[llength $words] > 1} {"it made the link [lindex $words end-1]"}
    ::tcl::file::tempfile {1} {"it made a temporary file"}
    ::sta::redirect_file_begin {[lindex $words 0] ne $::slackline::redirection::fifo} {"its output went to [lindex $words 0]"}
    ::sta::redirect_file_append_begin {[lindex $words 0] ne $::slackline::redirection::fifo} {"its output was added to [lindex $words 0]"}
    ::sta::redirect_string_begin {1} {"it kept output in a variable"}
  }

  proc begin {} {
    variable commands
    variable watched
    foreach { name has_effect told } $commands {
      watch $name $has_effect $told
    }
    foreach name [concat [info commands ::sta::write_*_cmd] [info commands ::sta::write_*_file]] {
      watch $name 1 {"it wrote [lindex $words 0]"}
    }
  }

  proc watch { name has_effect told } {
    variable watched
    if { ![llength [info commands $name]] } {
      return
    }
    # What is redirected or kept is not what was told.
    set stops_telling [expr { [string match *::redirect_* $name] ? "set ::slackline::paths::is_telling 0" : "" }]
    # In their own namespace, in which the bodies of procs look for other commands.
    set real [namespace qualifiers $name]::slackline_[namespace tail $name]
    rename $name $real
    lappend watched $name $real
    proc $name args "
      set words \$args
      if { $has_effect } {
        if { !\[::slackline::paths::note_effect $told\] } {
          return -code error {run again whole: it does more than report}
        }
        $stops_telling
      }
      tailcall $real {*}\$args
    "
  }

  proc finish {} {
    variable watched
    foreach { name real } $watched {
      rename $name ""
      rename $real $name
    }
    set watched {}
  }
}
