# What crashes some versions of the tool, and is no more than a typing mistake: answered before the tool is asked.

namespace eval ::slackline::crashes {
  # Commands that crash 3.1.0 when they are given no pins: get_fanin and get_fanout of a name that nothing has. They find nothing, as in
  # other versions.
  variable of_pins {find_fanin_pins find_fanin_insts find_fanout_pins find_fanout_insts}

  proc prepare {} {
    variable of_pins
    foreach name $of_pins {
      if { [llength [info commands ::sta::$name]] } {
        rename ::sta::$name ::sta::slackline_$name
        proc ::sta::$name { pins args } "
          if { \$pins eq {} } {
            return {}
          }
          tailcall ::sta::slackline_$name \$pins {*}\$args
        "
      }
    }
  }
}
