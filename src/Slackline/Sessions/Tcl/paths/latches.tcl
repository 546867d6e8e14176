# Which endpoints are reached through a latch. Time borrowing changes while paths are enumerated, so such an endpoint may have a worse
# path than the one that a search for its worst path finds.

namespace eval ::slackline::paths {
  # Pins, each an element of the array.
  variable through_latches
  array set through_latches {}
  # Why they are not known; empty when they are.
  variable latches_unknown "no setup script has loaded the design"

  # Called when a design has been loaded: all forked processes then know.
  proc look_for_latches {} {
    variable latches_unknown ""
    variable through_latches
    array unset through_latches
    if { [catch find_through_latches message] } {
      set latches_unknown $message
    }
  }

  proc find_through_latches {} {
    set modes [expr { [llength [info commands ::get_modes]] ? [lmap mode [get_modes *] { get_name $mode }] : "" }]
    if { [llength $modes] < 2 } {
      add_through_latches
      return
    }
    set before [sta::cmd_mode_name]
    foreach mode $modes {
      set_mode $mode
      add_through_latches
    }
    set_mode $before
  }

  proc add_through_latches {} {
    variable through_latches
    set outputs [all_registers -level_sensitive -output_pins]
    if { $outputs ne "" } {
      foreach pin [get_fanout -from $outputs -flat -endpoints_only] {
        set through_latches($pin) ""
      }
    }
  }
}
