# Reads the lists of allowed.tcl and removed.tcl, as ::slackline::sandbox::read_lists. A malformed list is an error: a slip there must
# not allow more than is written.

namespace eval ::slackline::sandbox {
  # The commands of the tool that queries have: name -> {options positional}. An option's kind is flag, or the kind of its value.
  variable commands [dict create]

  # The variable COMMANDS, and a variable for each other list, with its name.
  proc read_lists {} {
    variable text
    foreach name [array names text] {
      variable $name [expr { $name eq "commands" ? [read_commands $text(commands)] : [read_names $text($name)] }]
    }
  }

  # The lines of a list. A comment, a heading or a blank line is empty.
  proc lines_of { text } {
    return [lmap line [split $text \n] { expr { [regexp {^\s*[#[]} $line] ? "" : [string trimright $line] } }]
  }

  proc read_names { text } {
    set names {}
    foreach line [lines_of $text] {
      set name [string trim $line]
      if { $name ne "" } {
        if { [llength $name] != 1 || $name in $names } {
          error "'$name' is not one new name on a line"
        }
        lappend names $name
      }
    }
    return $names
  }

  proc read_commands { text } {
    set commands [dict create]
    set sets [dict create]
    # The entry that is being read: its names, and the lines that say what they take.
    set names {}
    set taken {}
    foreach line [concat [lines_of $text] {{}}] {
      if { [string match " *" $line] } {
        if { ![llength $names] } {
          error "'[string trim $line]' belongs to no command"
        }
        lappend taken [string trim $line]
        continue
      }
      if { [llength $names] && ($line eq "" || [llength $taken]) } {
        add_entry $names $taken commands sets
        set names {}
        set taken {}
      }
      if { $line ne "" } {
        lappend names $line
      }
    }
    return $commands
  }

  proc add_entry { names taken commands_var sets_var } {
    upvar 1 $commands_var commands $sets_var sets
    if { ![llength $taken] } {
      error "[join $names {, }]: the arguments are missing; if the command takes none, write nothing"
    }
    set options [dict create]
    set positional {}
    foreach line $taken {
      lassign $line first kind more
      if { $more ne "" || ($kind eq "") == [string match -* $first] } {
        error "[join $names {, }]: '$line' is not an option with its kind, a set, or the kind of an argument"
      }
      switch -glob -- $first {
        nothing { if { [llength $taken] > 1 } { error "[join $names {, }]: nothing is not all that is taken" } }
        @* { foreach { option kind } [dict get $sets $first] { add_option options $option $kind } }
        -* { add_option options $first $kind }
        default { lappend positional [known_kind $first] }
      }
    }
    foreach name $names {
      if { [dict exists $commands $name] || [dict exists $sets $name] } {
        error "$name is in the list twice"
      }
      if { [string match @* $name] } {
        dict set sets $name $options
      } else {
        dict set commands $name [list $options $positional]
      }
    }
  }

  proc add_option { options_var option kind } {
    upvar 1 $options_var options
    if { [dict exists $options $option] } {
      error "$option is taken twice"
    }
    dict set options $option [expr { $kind eq "flag" ? "flag" : [known_kind $kind] }]
  }

  proc known_kind { kind } {
    if { ![llength [info procs ::slackline::sandbox::check_$kind]] } {
      error "there is no check_$kind"
    }
    return $kind
  }
}
