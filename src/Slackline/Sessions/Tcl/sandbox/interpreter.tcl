# The first wall: a safe interpreter, made anew for each query. It has Tcl's commands for values and control, and of the tool's commands
# those of allowed.tcl. Nothing else exists in it.

namespace eval ::slackline::sandbox {
  # The commands of the list that this tool has.
  variable present {}
  # The commands that run another command through eval in the tool itself. The other one is called instead.
  variable evaluated {
    get_cell get_cells get_net get_nets get_pin get_pins get_port get_ports get_clock get_clocks get_lib get_libs
    get_lib_cell get_lib_cells get_lib_pin get_lib_pins report_cell report_instance
  }

  # Bounds. Text and lists that grow step by step are for the process's limit of memory.
  variable longest_repeat 16000000
  variable longest_list 1000000
  variable widest_format 4096
  variable most_commands 20000000
  variable deepest_call 200

  proc make_interpreter {} {
    variable tcl_commands
    variable info_subcommands
    variable tcl_namespaces
    variable present
    variable evaluated
    variable most_commands
    variable deepest_call
    set child [interp create -safe]
    set info_map [dict create]
    foreach subcommand $info_subcommands {
      dict set info_map $subcommand ::tcl::info::$subcommand
    }
    set string_map [interp eval $child {namespace ensemble configure string -map}]
    dict set string_map repeat ::repeat
    interp eval $child [list namespace ensemble configure info -map $info_map]
    interp eval $child [list namespace ensemble configure string -map $string_map]
    set needless {}
    foreach space [interp eval $child {concat [namespace children ::] [namespace children ::tcl]}] {
      if { $space ni $tcl_namespaces && $space ne "::tcl" } {
        lappend needless $space
      }
    }
    interp eval $child [list namespace delete {*}$needless]
    # Hidden commands would be there for a script that gets hold of the interpreter from outside.
    foreach command [interp hidden $child] {
      interp expose $child $command hidden
      interp eval $child {rename hidden {}}
    }
    foreach variable [interp eval $child {info globals}] {
      interp eval $child [list unset -nocomplain $variable]
    }
    foreach command [interp eval $child {concat [info commands ::tcl::*] [info commands]}] {
      if { $command ni $tcl_commands && $command ne "rename" } {
        interp eval $child [list rename $command {}]
      }
    }
    interp eval $child {rename rename {}}
    foreach name $present {
      set target $name
      if { [dict exists $evaluated $name] } {
        set target [dict get $evaluated $name]
      }
      interp alias $child $name {} ::slackline::sandbox::call $name ::$target
    }
    # Collections are lists in the tool, and so they are here.
    foreach { name target } {foreach_in_collection foreach sizeof_collection llength index_collection lindex} {
      interp alias $child $name $child $target
    }
    interp alias $child puts {} ::slackline::sandbox::put
    interp alias $child unknown {} ::slackline::sandbox::no_such_command
    interp alias $child repeat {} ::slackline::sandbox::repeat
    interp alias $child lrepeat {} ::slackline::sandbox::repeat_list
    interp alias $child format {} ::slackline::sandbox::format_text
    interp recursionlimit $child $deepest_call
    interp limit $child command -value $most_commands
    interp limit $child time -granularity 1 -command ::slackline::sandbox::overdue
    return $child
  }

  # --- what the commands in it do ---

  # Calls one of the tool's commands for the query.
  proc call { name target args } {
    variable handles
    variable longest_call
    set words [checked $name $args]
    if { $name in {report_checks find_timing_paths report_check_types} } {
      # A new search frees the paths of the last one.
      array unset handles *_p_PathEnd
      array unset handles *_p_PathRef
    }
    set start [computed]
    # Not {*}: the tool takes the commands of its callers for lists.
    set result [eval [linsert $words 0 $target]]
    set longest_call [expr { max($longest_call, [computed] - $start) }]
    learn $result
    return $result
  }

  proc put { args } {
    set newline 1
    if { [lindex $args 0] eq "-nonewline" } {
      set newline 0
      set args [lrange $args 1 end]
    }
    if { [llength $args] == 2 && [lindex $args 0] eq "stdout" } {
      set args [lrange $args 1 end]
    }
    if { [llength $args] != 1 } {
      error "puts prints into the report: puts ?-nonewline? ?stdout? TEXT; channels are not available in queries"
    }
    if { $newline } {
      puts stdout [lindex $args 0]
    } else {
      puts -nonewline stdout [lindex $args 0]
    }
  }

  proc repeat { text count } {
    variable longest_repeat
    if { [string is entier -strict $count] && $count > 0 && [string length $text] * $count > $longest_repeat } {
      error "string repeat: more than $longest_repeat characters"
    }
    return [string repeat $text $count]
  }

  proc repeat_list { count args } {
    variable longest_list
    if { [string is entier -strict $count] && $count * [llength $args] > $longest_list } {
      error "lrepeat: more than $longest_list elements"
    }
    return [lrepeat $count {*}$args]
  }

  proc format_text { template args } {
    variable widest_format
    foreach { field number } [regexp -all -inline {%[-+ 0#]*(?:[0-9]+\$)?[-+ 0#]*([0-9]*)} $template] {
      if { [string length $number] > 9 || $number ne "" && [scan $number %d] > $widest_format } {
        error "format: a field wider than $widest_format"
      }
    }
    if { [regexp {%[-+ 0#0-9$]*(?:\*|\.\*|\.[0-9]{4,})} $template] } {
      error "format: * and precisions of more than 999 are not available in queries"
    }
    return [format $template {*}$args]
  }

  proc no_such_command { name args } {
    variable present
    variable tcl_commands
    # An index of a bus, as the tool's shell has it: get_ports data[3].
    if { [llength $args] == 0 && [regexp {^(?:[0-9]{1,9}|\*)$} $name] } {
      return "\[$name\]"
    }
    error "'[shortened $name]' is not available in queries: they report and ask, and change nothing. Available are\
      [join $present ", "]; puts; and Tcl's [join [lsort $tcl_commands] ", "]"
  }
}
