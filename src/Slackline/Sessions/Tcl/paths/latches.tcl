# Which endpoints are reached through a latch. Time that is borrowed changes while paths are enumerated, so such an endpoint may have a
# worse path than the one that a search for its worst path finds.

namespace eval ::slackline::paths {
  # Pins, each an element of the array.
  variable behind_latches
  array set behind_latches {}
  # Why they are not known; empty when they are.
  variable latches_unknown "no setup script has loaded the design"

  # Called when a design has been loaded: all forked processes then know.
  proc look_for_latches {} {
    variable latches_unknown ""
    variable behind_latches
    array unset behind_latches
    if { [catch find_behind_latches message] } {
      set latches_unknown $message
    }
  }

  proc find_behind_latches {} {
    set modes [expr { [llength [info commands ::get_modes]] ? [lmap mode [get_modes *] { get_name $mode }] : "" }]
    if { [llength $modes] < 2 } {
      add_behind_latches
      return
    }
    set before [sta::cmd_mode_name]
    foreach mode $modes {
      set_mode $mode
      add_behind_latches
    }
    set_mode $before
  }

  proc add_behind_latches {} {
    variable behind_latches
    set outputs [all_registers -level_sensitive -output_pins]
    if { $outputs ne "" } {
      foreach pin [get_fanout -from $outputs -flat -endpoints_only] {
        set behind_latches($pin) ""
      }
    }
  }
}
