# What a script does besides reporting: it writes files, runs programs, redirects or keeps a report's text. The planner runs a command
# several times, for its endpoints and for each slice, so it must know: such a script runs once, whole, and what it did is recorded.
#
# While an evaluation is watched, the commands with effects have a watcher in their place. It asks paths::note_effect whether the script may
# go on, and then calls the command itself. Commands that redirect are watched by redirection.tcl, which asks here.

namespace eval ::slackline::effects {
  variable is_watching 0
  # The commands that have a watcher: pairs of a name, and the name that the command has while it is watched.
  variable watched {}

  # A command, the condition for a call to have an effect (an expression over its words), and the words that describe the effect.
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
  }
  # The target of a redirection, and how it is described for FILE. Except after a tee, the printed text differs from the recorded one.
  variable redirections {
    file {its output went to FILE} file_end {its output was added to FILE} string {it kept output in a variable}
    tee_file {its output was copied to FILE} tee_file_end {its output was copied to FILE} tee_string {it kept output in a variable}
  }

  proc begin {} {
    variable commands
    variable is_watching 1
    foreach { name has_effect said } $commands {
      watch $name $has_effect $said
    }
    foreach name [concat [info commands ::sta::write_*_cmd] [info commands ::sta::write_*_file]] {
      watch $name 1 {"it wrote [lindex $words 0]"}
    }
  }

  proc watch { name has_effect said } {
    variable watched
    if { ![llength [info commands $name]] } {
      return
    }
    # In their own namespace, in which the bodies of procs look for other commands.
    set real [namespace qualifiers $name]::slackline_[namespace tail $name]
    rename $name $real
    lappend watched $name $real
    proc $name args "
      set words \$args
      if { $has_effect } {
        ::slackline::effects::note $said
      }
      tailcall $real {*}\$args
    "
  }

  # The script is about to do WHAT. An error when it may not, and is run again.
  proc note { what } {
    if { ![::slackline::paths::note_effect $what] } {
      error "run again whole: it does more than report"
    }
  }

  proc note_redirection { where file } {
    variable is_watching
    variable redirections
    if { $is_watching } {
      note [string map [list FILE $file] [dict get $redirections $where]]
      if { ![string match tee_* $where] } {
        set ::slackline::paths::is_recording 0
      }
    }
  }

  proc finish {} {
    variable watched
    variable is_watching 0
    foreach { name real } $watched {
      rename $name ""
      rename $real $name
    }
    set watched {}
  }
}
