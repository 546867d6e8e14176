# A slice of the endpoints, searched batch by batch: the paths of each are printed before the next is searched.

namespace eval ::slackline::paths {
  # The pins of the batches that are left, in lists, and the words of their searches but for the pins, the last of which is -to.
  variable batches ""
  variable batch_words ""

  # Takes over a command: its words become those of a search of one batch.
  proc begin_batches { keys_var flags_var rest endpoint_count group_count } {
    upvar 1 $keys_var keys $flags_var flags
    variable how
    variable batches [dict get $how batches]
    set to [lindex [concat [array names keys -*to] -to] 0]
    unset -nocomplain keys($to)
    set keys(-path_group) [list [dict get $how group]]
    if { [info exists keys(-path_delay)] && $keys(-path_delay) eq "min_max" } {
      set keys(-path_delay) [dict get $how min_max]
    }
    # The tool counts for the group while it searches, and so drops paths that it would find without. Here the count is taken by what
    # merges the slices.
    array unset keys -endpoint_count
    array unset keys -endpoint_path_count
    set keys([count_option]) 100000000
    set keys([string map {group endpoint} [count_option]]) [expr { min($endpoint_count, $group_count) }]
    if { [dict get $how analysis_mode] ne "" } {
      set keys(-scenes) [scenes_of_mode [dict get $how analysis_mode] keys]
      array unset keys -corner
    }
    variable batch_words [concat [array get keys] [array names flags] $rest $to]
  }

  # The paths of the next batch that has any; empty after the last one, and outside a slice.
  proc find_batch {} {
    variable batches
    variable batch_words
    set path_ends ""
    set ::slackline::names::is_translating 0
    while { $path_ends eq "" && $batches ne "" } {
      set batches [lassign $batches pins]
      set words [linsert $batch_words end $pins]
      set start [clock microseconds]
      set path_ends [::sta::slackline_find_timing_paths_cmd report_checks words]
      record_batch [expr { ([clock microseconds] - $start) / 1e6 }]
    }
    set ::slackline::names::is_translating 1
    flush_slacks
    return $path_ends
  }

  # Of the scenes that the command asks for, those of a mode.
  proc scenes_of_mode { mode keys_var } {
    upvar 1 $keys_var keys
    set wanted [sta::parse_scenes_or_all keys]
    return [lmap scene [get_scenes -modes $mode] { if { $scene ni $wanted } continue; set scene }]
  }
}
