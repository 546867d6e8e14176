# What the tool prints while it serves a request goes to a FIFO. A script may send a part of it elsewhere (report_checks > file, tee,
# with_output_to_variable). The tool has one place to print to: a second one takes the first one's place for good (OpenSTA), or is refused
# (OpenROAD, UTL-0102). So ours steps aside for the script's, and comes back after it. The FIFO stays open meanwhile: to its reader, the
# end of all writers is the end of the output.

namespace eval ::slackline::redirection {
  # The FIFO, empty while nothing is redirected; a channel that keeps it open; how many redirections of the script are open.
  variable fifo ""
  variable holder ""
  variable depth 0
  # Whether Slackline is calling the tool's commands; how many of them the script is in: one may call another.
  variable is_ours 0
  variable within 0
  # What a tee of the script copies its output to: {tee_file FILE START}, START being where what it adds begins; {tee_string}; empty for no
  # tee.
  variable teed ""

  # The tool's commands with which a script redirects its output, and where each sends it: to a file, to the end of a file or into a string;
  # a tee shows it on the tool's terminal as well. Which of these are effects of a script, effects.tcl decides.
  variable beginnings {
    ::sta::redirect_file_begin file ::sta::redirect_file_append_begin file_end ::sta::redirect_string_begin string
    ::utl::redirectFileBegin file ::utl::redirectFileAppendBegin file_end ::utl::redirectStringBegin string
    ::utl::teeFileBegin tee_file ::utl::teeFileAppendBegin tee_file_end ::utl::teeStringBegin tee_string
  }
  variable ends {
    ::sta::redirect_file_end ::sta::redirect_string_end
    ::utl::redirectFileEnd ::utl::redirectStringEnd ::utl::teeFileEnd ::utl::teeStringEnd
  }

  # Watches the tool's commands without changing them.
  proc watch {} {
    variable beginnings
    variable ends
    foreach { command where } $beginnings {
      watch_command $command [list ::slackline::redirection::pass $where]
    }
    foreach command $ends {
      watch_command $command [list ::slackline::redirection::pass ""]
    }
  }

  proc watch_command { command handler } {
    if { [llength [info commands $command]] } {
      trace add execution $command {enter leave} $handler
    }
  }

  # Called before and after each of them, with "enter" or "leave": WHERE a beginning sends the output, empty for an end; the command's
  # words; after it its code, too, and its result.
  proc pass { where command args } {
    variable fifo
    variable is_ours
    variable within
    if { $is_ours || $fifo eq "" } {
      return
    }
    if { [lindex $args end] eq "enter" } {
      if { $within == 0 && $where ne "" } {
        # An error there is the command's, which then is not called.
        ::slackline::effects::note_redirection $where [lindex $command 1]
        step_aside $where [lindex $command 1]
      }
      incr within
      return
    }
    # It may have been entered before there was anything to redirect.
    set within [expr { max(0, $within - 1) }]
    if { $within == 0 } {
      lassign $args code result
      if { $where eq "" } {
        after_end $result
      } else {
        after_begin $code
      }
    }
  }

  # From here on, what the tool prints goes to FILE.
  proc begin { file } {
    variable fifo $file
    variable holder [open $file w]
    variable depth 0
    variable within 0
    variable teed ""
    # The bytes copied into it come from the tool.
    fconfigure $holder -translation binary
    call ::sta::redirect_file_begin $file
  }

  # Ends it, and what a script has begun and not ended.
  proc end {} {
    variable fifo
    variable holder
    variable depth
    if { $fifo eq "" } {
      return
    }
    flush stdout
    if { $depth > 0 } {
      call ::sta::redirect_string_end
    }
    call ::sta::redirect_file_end
    set fifo ""
    set depth 0
    close $holder
  }

  proc call { args } {
    variable is_ours 1
    set code [catch { uplevel #0 $args } result]
    set is_ours 0
    if { $code } {
      error $result
    }
    return $result
  }

  # Where it is ours that is open still, it is opened anew.
  proc resume {} {
    variable fifo
    flush stdout
    call ::sta::redirect_file_end
    call ::sta::redirect_file_append_begin $fifo
  }

  proc step_aside { where file } {
    variable depth
    variable teed
    if { $depth > 0 } {
      return
    }
    flush stdout
    call ::sta::redirect_file_end
    switch -- $where {
      tee_file { set teed [list tee_file $file 0] }
      tee_file_end { set teed [list tee_file $file [expr { [file exists $file] ? [file size $file] : 0 }]] }
      tee_string { set teed tee_string }
      default { set teed "" }
    }
  }

  proc after_begin { code } {
    variable depth
    if { $code == 0 } {
      incr depth
    } elseif { $depth == 0 } {
      resume
    }
  }

  proc after_end { result } {
    variable depth
    if { $depth > 1 } {
      incr depth -1
      return
    }
    # Where none of the script's was open, it may be ours that this has ended.
    set depth 0
    resume
    copy_tee $result
  }

  # What a tee has shown on the tool's terminal is the command's output as well.
  proc copy_tee { result } {
    variable holder
    variable teed
    lassign $teed where file start
    set teed ""
    if { $where eq "tee_file" } {
      set copied [open $file r]
      fconfigure $copied -translation binary
      seek $copied $start
      fcopy $copied $holder
      close $copied
    } elseif { $where eq "tee_string" } {
      puts -nonewline $holder [encoding convertto utf-8 $result]
    }
    flush $holder
  }
}
