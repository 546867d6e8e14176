# What the tool prints while it serves a request goes to a FIFO. A script may send a part of it elsewhere (report_checks > file, tee, with_output_to_variable). The tool has
# one place to print to: a second one takes the first one's place for good (OpenSTA), or is refused (OpenROAD, UTL-0102). So ours steps aside for the script's, and comes
# back behind it. The FIFO stays open meanwhile: to its reader, the end of all writers is the end of the output.

namespace eval ::slackline::redirection {
  # The FIFO, empty while nothing is redirected; a channel that keeps it open; how many redirections of the script are open.
  variable fifo ""
  variable holder ""
  variable depth 0
  # Whether it is we who call the tool's commands; in how many of them the script is: one may call another.
  variable is_ours 0
  variable within 0
  # The file into which a tee of the script copies, and where what it adds begins; empty for no tee into a file.
  variable teed ""

  variable beginnings {
    ::sta::redirect_file_begin ::sta::redirect_file_append_begin ::sta::redirect_string_begin
    ::utl::redirectFileBegin ::utl::redirectFileAppendBegin ::utl::redirectStringBegin
    ::utl::teeFileBegin ::utl::teeFileAppendBegin ::utl::teeStringBegin
  }
  variable ends {
    ::sta::redirect_file_end ::sta::redirect_string_end
    ::utl::redirectFileEnd ::utl::redirectStringEnd ::utl::teeFileEnd ::utl::teeStringEnd
  }

  # Watches the tool's commands; they stay what they are.
  proc watch {} {
    variable beginnings
    variable ends
    foreach { commands handler } [list $beginnings begin $ends end] {
      foreach command $commands {
        if { [llength [info commands $command]] } {
          trace add execution $command {enter leave} [list ::slackline::redirection::pass $handler]
        }
      }
    }
  }

  # Called before and behind each of them: with the command and "enter", or with the command, its code, its result and "leave".
  proc pass { handler command args } {
    variable fifo
    variable is_ours
    variable within
    if { $is_ours || $fifo eq "" } {
      return
    }
    if { [lindex $args end] eq "enter" } {
      incr within
      if { $within == 1 && $handler eq "begin" } {
        step_aside $command
      }
      return
    }
    # It may have been entered before there was anything to redirect.
    set within [expr { max(0, $within - 1) }]
    if { $within == 0 } {
      lassign $args code result
      after_$handler $command $code $result
    }
  }

  # From here on, what the tool prints goes to FILE.
  proc begin { file } {
    variable fifo $file
    variable holder [open $file w]
    variable depth 0
    variable within 0
    variable teed ""
    # What is copied into it is bytes of the tool.
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

  proc step_aside { command } {
    variable depth
    variable teed
    if { $depth > 0 } {
      return
    }
    flush stdout
    call ::sta::redirect_file_end
    set teed ""
    lassign $command name file
    if { [string match "*tee*File*" $name] } {
      set start [expr { [string match "*Append*" $name] && [file exists $file] ? [file size $file] : 0 }]
      set teed [list $file $start]
    }
  }

  proc after_begin { command code result } {
    variable depth
    if { $code == 0 } {
      incr depth
    } elseif { $depth == 0 } {
      resume
    }
  }

  proc after_end { command code result } {
    variable depth
    if { $depth > 1 } {
      incr depth -1
      return
    }
    # Where none of the script's was open, it may be ours that this has ended.
    set depth 0
    resume
    copy_tee [lindex $command 0] $result
  }

  # What a tee has shown on the tool's terminal is the command's output as well.
  proc copy_tee { command result } {
    variable holder
    variable teed
    if { $teed ne "" } {
      lassign $teed file start
      set teed ""
      set copied [open $file r]
      fconfigure $copied -translation binary
      seek $copied $start
      fcopy $copied $holder
      close $copied
    } elseif { [string match "*teeStringEnd" $command] } {
      puts -nonewline $holder [encoding convertto utf-8 $result]
    }
    flush $holder
  }
}
