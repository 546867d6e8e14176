# The third wall: while a query runs, the main interpreter has no exec, no open and no other command that reaches files, processes or the
# design. It has what the commands of allowed.tcl need, and nothing else, whatever the tool is (OpenROAD has TclX, and thousands of commands
# that write the design). In place of the others are trip wires that count their calls; tests check that there are none.
#
#   ::slackline::sandbox::lock, unlock     around a query
#   ::slackline::sandbox::take_needless    before that, for as long as only queries come
#
# Two sets of commands are taken away. Commands that only queries must not have (taken) are taken while a query runs. Commands that only
# trusted scripts need (needless) stay away until such a script comes, since they may be thousands.

namespace eval ::slackline::sandbox {
  # Calls of commands that were taken away. A count other than zero is an error in these files.
  variable trips {}
  # Where the commands taken away are kept: pairs of a name and its place on the shelf.
  variable shelf ::slackline::sandbox::shelf
  variable shelved {}
  variable needless_shelved {}
  # The commands of the two sets; known is false until they are looked up.
  variable taken {}
  variable needless {}
  variable known 0

  proc lock {} {
    variable taken
    take_needless
    take shelved $taken
  }

  proc unlock {} {
    give_back shelved
  }

  proc take_needless {} {
    variable known
    variable needless
    variable needless_shelved
    if { !$known } {
      look_at_tool
    }
    if { ![llength $needless_shelved] } {
      take needless_shelved $needless
    }
  }

  proc take { kind names } {
    variable shelf
    variable $kind
    namespace eval ${shelf}::$kind {}
    set number 0
    foreach name $names {
      set place ${shelf}::${kind}::[incr number]
      lappend $kind $name $place
      rename $name $place
      if { [string match *unknown [namespace tail $name]] } {
        # An honest script can get here, too.
        proc $name args { error "invalid command name \"[lindex $args 0]\"" }
      } else {
        proc $name args [list ::slackline::sandbox::trip $name]
      }
    }
  }

  proc give_back { kind } {
    variable $kind
    foreach { name place } [set $kind] {
      rename $name {}
      rename $place $name
    }
    set $kind {}
  }

  proc trip { name } {
    variable trips
    lappend trips $name
    error "'$name' is not available in queries"
  }

  # --- the commands taken away ---

  # Sorts the main interpreter's commands. Needed are the commands that queries may call, the commands that the bodies of these
  # name, those that their bodies name, and so on. A word of a body that only looks like a command's name leaves one command too many in
  # its place, and the two other walls still stand before that one.
  proc look_at_tool {} {
    variable commands
    variable taken_from_tcl
    variable taken_from_tool
    variable taken_from_tclx
    variable left_in_place
    variable next
    variable child
    variable taken {}
    variable needless {}
    variable known 1
    set names [commands_below ""]
    set interpreters [interp slaves]
    set of_tcl [commands_of_tcl]
    set needed [needed_commands $names $of_tcl]
    set dangerous [dict create]
    foreach name $taken_from_tcl {
      dict set dangerous ::[string trimleft $name :] 1
    }
    # Interpreters that can do everything: the one that forks. That of a query can do no more than the query.
    foreach name $interpreters {
      dict set dangerous ::$name [expr { $name ni [list $next $child] }]
    }
    foreach name $names {
      if { $name in $left_in_place } {
        continue
      }
      set last [namespace tail $name]
      if { [dict exists $dangerous $name] } {
        if { [dict get $dangerous $name] } {
          lappend taken $name
        }
      } elseif { [dict exists $of_tcl $name] } {
        if { [dict get $of_tcl $name] } {
          lappend taken $name
        }
      } elseif { ![dict exists $needed [namespace origin $name]] } {
        lappend needless $name
      } elseif { ![dict exists $commands $last] && ([info exists ::sta::cmd_args($last)] || [matches_any $last $taken_from_tool]
          || $name eq "::$last" && [matches_any $last $taken_from_tclx]) } {
        lappend taken $name
      }
    }
  }

  # All commands of a namespace and those below it, without Slackline's and without those of the tool's objects, of which there may be a
  # million.
  proc commands_below { space } {
    set names [lsearch -all -inline -not -glob [info commands ${space}::*] *::_*_p_*]
    foreach below [namespace children ${space}::] {
      if { $below ne "::slackline" } {
        lappend names {*}[commands_below $below]
      }
    }
    return $names
  }

  # Tcl's own commands: name -> whether a safe interpreter hides it.
  proc commands_of_tcl {} {
    # It looks for files that define what is unknown, and has been removed from a safe interpreter.
    set names [dict create ::unknown 1]
    set safe [interp create -safe]
    interp eval $safe [list proc commands_below space [info body commands_below]]
    foreach name [interp eval $safe {commands_below ""}] {
      dict set names $name 0
    }
    foreach name [interp hidden $safe] {
      # tcl:file:delete is ::tcl::file::delete.
      dict set names ::[string map {: ::} $name] 1
    }
    interp delete $safe
    return $names
  }

  # The tool's commands that must be there: name -> 1.
  proc needed_commands { names of_tcl } {
    variable present
    set is_there [dict create]
    foreach name $names {
      if { ![dict exists $of_tcl $name] } {
        dict set is_there $name 1
      }
    }
    set waiting [dict create]
    foreach name $present {
      dict set waiting ::$name 1
    }
    # Asked for a bus's index, of which the brackets look like a command's.
    note_named [namespace eval :: {namespace unknown}] "" $is_there waiting
    # Called when a variable of the tool is read.
    foreach command [traces_below ""] {
      note_named $command "" $is_there waiting
    }
    # Slackline's own procedures work beside a query, and between two queries. Words in their comments are not commands.
    foreach name [procedures_below ::slackline] {
      note_named [regsub -all -line {^\s*#.*$} [info body $name] {}] [namespace qualifiers $name] $is_there waiting
    }
    set needed [dict create]
    while { [dict size $waiting] } {
      set found [dict create]
      dict for { name one } $waiting {
        set origin [namespace origin $name]
        if { ![dict exists $needed $origin] } {
          dict set needed $origin 1
          if { [llength [info procs $origin]] } {
            note_named [info body $origin] [namespace qualifiers $origin] $is_there found
          }
        }
      }
      set waiting $found
    }
    return $needed
  }

  # Notes what commands the words of a script name that is evaluated in the namespace SPACE.
  proc note_named { script space is_there found_var } {
    upvar 1 $found_var found
    foreach word [lsort -unique [regexp -all -inline {[\w:]+} $script]] {
      set word [string trim $word :]
      foreach name [list ${space}::$word ::$word] {
        if { [dict exists $is_there $name] } {
          dict set found $name 1
        }
      }
    }
  }

  # The scripts of all traces of variables.
  proc traces_below { space } {
    set scripts {}
    foreach variable [info vars ${space}::*] {
      foreach trace [trace info variable $variable] {
        lappend scripts [lindex $trace 1]
      }
    }
    foreach below [namespace children ${space}::] {
      lappend scripts {*}[traces_below $below]
    }
    return $scripts
  }

  proc procedures_below { space } {
    set names [info procs ${space}::*]
    foreach below [namespace children $space] {
      lappend names {*}[procedures_below $below]
    }
    return $names
  }

  proc matches_any { text patterns } {
    foreach pattern $patterns {
      if { [string match $pattern $text] } {
        return 1
      }
    }
    return 0
  }
}
