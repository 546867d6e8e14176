# The interpreter in which queries of strangers are evaluated. Goes before bootstrap.tcl, in one file with it.
#
#   ::slackline::sandbox::create               once, before the first query
#   ::slackline::sandbox::prepare SCRIPT       before SCRIPT, a query or not, is evaluated
#   ::slackline::sandbox::prepare_fork SCRIPT  before a process is forked that will evaluate it
#   ::slackline::sandbox::run SCRIPT SECONDS   evaluates SCRIPT, a query, and returns its result; what it prints goes where the
#                                              tool's output goes at that moment. It may compute for SECONDS, beside its longest report
#
# Three walls, each of which has to hold alone:
#   1. A safe interpreter, made anew for each query, that has Tcl's commands for values and control, and of the tool's commands
#      those listed here. Nothing else exists in it.
#   2. Every word that it hands to a command of the tool is checked, as it is at that moment, however it was put together. The
#      tool's own procedures run outside of the safe interpreter; some open files (>), some put their arguments through expr or
#      into formats, and SWIG evaluates a string that it takes for the name of an object. So numbers must be numbers, filters
#      must keep to their grammar, names hold nothing that Tcl would run, and an object must be one that the tool has handed
#      out in this query.
#   3. While a query runs, the main interpreter has no exec, no open and no other command that reaches files, processes or the
#      design: it has what the commands listed here need, and nothing else, whatever the tool is (OpenROAD has TclX and thousands
#      of commands that write the design). In their place are wires that count who trips over them; tests see to it that nobody
#      does.
#
# Not bounded here, since Tcl cannot: memory, the stack that deeply nested text takes, and a single command that runs long in C
# (10 ** 10 ** 7, a pattern with many *, a report). Run queries in processes of their own with limits of memory and CPU time
# (StaRequest). Nothing here runs in threads, and what is written here before a fork is only read after it, or is the child's own.

namespace eval ::slackline::sandbox {
  # Tcl's commands that a query has. They touch nothing but values and the interpreter's own variables and procedures.
  variable tcl_commands {
    append apply array break catch concat continue dict error eval expr for foreach format global if incr info join lappend
    lassign lindex linsert list llength lmap lrange lrepeat lreplace lreverse lsearch lset lsort proc regexp regsub return scan
    set split string subst switch throw try unset uplevel upvar while
  }
  variable info_subcommands {args body commands complete default exists globals level locals procs vars}
  # Of the namespaces in it, these are left: what the ensembles above are made of, and expr's functions.
  variable tcl_namespaces {::tcl::array ::tcl::dict ::tcl::info ::tcl::mathfunc ::tcl::mathop ::tcl::string}

  # The tool's commands that a query has: name -> {options positional}. An option's kind is flag or the kind of its value.
  # All versions from 2.0.17 to 3.1.0 and OpenROAD together; those that the tool at hand does not have are left out.
  # Options that name a file (report_cell_usage -file) are not here, so they are refused.
  variable commands [dict create]
  proc allow { names options {positional {}} } {
    variable commands
    foreach name $names {
      dict set commands $name [list $options $positional]
    }
  }

  namespace eval options {
    variable corner {-corner objects -corners objects -scene objects -scenes objects -mode objects -modes objects}
    variable digits {-digits digits -significant_digits digits}
    variable layout "-format word -fields words $digits -no_line_splits flag -report_sigmas flag"
    variable patterns {-hsc separator -filter filter -regexp flag -nocase flag -quiet flag -of_objects objects}
    variable min_max {-min flag -max flag}
    variable variance "$digits $corner -report_variance flag"
    variable annotated "-max_line count -max_lines count -list_annotated flag -list_not_annotated flag -report_annotated flag
      -report_unannotated flag -constant_arcs flag $corner"
    variable paths "-from objects -rise_from objects -fall_from objects
      -through objects -rise_through objects -fall_through objects -to objects -rise_to objects -fall_to objects
      -path_delay word -unconstrained flag -group_count count -endpoint_count count -group_path_count count -endpoint_path_count count
      -unique_paths_to_endpoint flag -unique_edges_to_endpoint flag -dedup_by_word flag -dedup_same_word flag -deduplication_mode word
      -slack_max number -slack_min number -sort_by_slack flag -path_group objects $corner"
  }

  allow report_checks "$options::paths $options::layout"
  allow find_timing_paths $options::paths
  allow report_path "$options::min_max -all flag -tags flag $options::layout" {objects word}
  allow report_check_types "-violators flag -all_violators flag -verbose flag $options::layout $options::corner
    -max_delay flag -min_delay flag -recovery flag -removal flag -clock_gating_setup flag -clock_gating_hold flag
    -max_transition flag -min_transition flag -max_slew flag -min_slew flag -max_fanout flag -min_fanout flag
    -max_capacitance flag -min_capacitance flag -min_pulse_width flag -min_period flag -max_skew flag -net objects -max_count count"
  allow check_setup {-verbose flag -no_input_delay flag -no_output_delay flag -multiple_clock flag -no_clock flag
    -unconstrained_endpoints flag -loops flag -generated_clocks flag}
  allow {report_tns report_wns report_worst_slack report_worst_negative_slack report_total_negative_slack} "$options::min_max $options::digits"
  allow {worst_slack worst_negative_slack total_negative_slack} "$options::min_max $options::corner"
  allow worst_clock_skew "-setup flag -hold flag -include_internal_latency flag $options::corner"
  allow {report_clock_skew report_clock_latency} "-setup flag -hold flag -clock clocks -clocks clocks -include_internal_latency flag
    $options::digits $options::corner"
  allow report_clock_min_period "-clock objects -clocks objects -include_port_paths flag $options::corner $options::digits"
  allow {report_clock_properties report_clock} {} {objects}
  allow report_pulse_width_checks "-verbose flag $options::layout $options::corner" {objects}
  allow {report_arrival report_arrivals report_required report_requireds report_slack report_slacks report_slews} $options::variance {objects}
  allow {report_instance report_cell report_pin report_lib_cell} "-connections flag -verbose flag $options::digits $options::corner" {objects}
  allow report_net "-connections flag -verbose flag -hier_pins flag $options::digits $options::corner" {objects}
  allow report_edges "-from objects -to objects $options::digits -report_variance flag"
  allow report_dcalc "-from objects -to objects $options::min_max $options::digits $options::corner"
  allow report_power "-instances objects -highest_power_instances count -format word $options::digits $options::corner"
  allow report_constant {} {objects}
  allow report_disabled_edges {}
  allow report_units {}
  allow {report_object_names report_object_full_names} {-verbose flag} {objects}
  allow report_annotated_delay "-cell flag -net flag -from_in_ports flag -to_out_ports flag $options::annotated"
  allow report_annotated_check "-setup flag -hold flag -recovery flag -removal flag -nochange flag -width flag -period flag
    -max_skew flag $options::annotated"
  allow report_parasitic_annotation "-name objects -report_unannotated flag $options::corner"
  allow report_activity_annotation {-report_unannotated flag -report_annotated flag}
  allow report_timing_histogram {-num_bins count -bin_size number -setup flag -hold flag}
  allow report_logic_depth_histogram {-num_bins count -exclude_buffers flag -exclude_inverters flag}
  allow report_cell_usage {-verbose flag} {objects}
  allow report_design_area {}
  allow help {-verbose flag} {objects}

  allow {get_cells get_nets get_cell get_net} "-hierarchical flag $options::patterns" {objects}
  allow {get_pins get_pin} "-hierarchical flag $options::patterns" {objects}
  allow {get_ports get_clocks get_libs get_lib_cells get_lib_pins get_port get_clock get_lib get_lib_cell get_lib_pin} $options::patterns {objects}
  allow {get_scenes get_modes} "$options::corner -filter filter" {objects}
  allow get_timing_edges {-from objects -to objects -of_objects objects -filter filter}
  allow {get_name get_full_name} {} {objects}
  allow get_property {-object_type word -quiet flag} {objects word}
  allow {get_fanin get_fanout all_fanin all_fanout} {-to objects -from objects -flat flag -only_cells flag -startpoints_only flag
    -endpoints_only flag -levels count -pin_levels count -trace_arcs word}
  allow {all_clocks all_outputs} {}
  allow all_inputs {-no_clocks flag}
  allow all_registers {-clock objects -rise_clock objects -fall_clock objects -cells flag -data_pins flag -clock_pins flag
    -async_pins flag -output_pins flag -level_sensitive flag -edge_triggered flag}
  # With an argument these two set something.
  allow {current_design current_instance} {}

  # The commands that run another command through eval in the tool itself. The other one is called instead.
  variable evaluated {
    get_cell get_cells get_net get_nets get_pin get_pins get_port get_ports get_clock get_clocks get_lib get_libs
    get_lib_cell get_lib_cells get_lib_pin get_lib_pins report_cell report_instance
  }

  # What is taken away while a query runs, beside what the commands above do not need (look_at_tool): of Tcl's own commands these and
  # those that a safe interpreter hides, of the tool's these, though the bodies of some reports name them.
  variable taken_from_tcl {
    exec open socket source load unload cd glob pwd fcopy exit after vwait update fileevent interp history
    auto_load auto_execok auto_import
    ::tcl::file::copy ::tcl::file::delete ::tcl::file::rename ::tcl::file::mkdir ::tcl::file::link ::tcl::file::tempfile
    ::tcl::file::attributes ::tcl::chan::pipe ::tcl::chan::create ::tcl::chan::push
  }
  variable taken_from_tool {
    builtin_* redirect*begin redirect*Begin tee tee*Begin log_begin* include* source* read_* write_* load_* save_* link_* *_file clear_* remove_*
    make_instance* make_net* make_port* delete_instance* delete_net* delete_all* connect_* disconnect_* replace_* swap_*
  }
  # TclX, which OpenROAD has in its main interpreter. Some of its commands are named like any word.
  variable taken_from_tclx {
    alarm auto_load_pkg auto_mkindex* bsearch catclose catgets catopen chgrp chmod chown chroot cmdtrace commandloop convert_lib copyfile dirs dup edprocs execl
    fcntl flock for_file for_recursive_glob fork frename fstat ftruncate funlock host_info id kill lgets link loadlibindex mainloop mkdir nice pipe popd profile
    pushd read_file readdir recursive_glob rmdir saveprocs scanfile select server_* signal sleep sync system tclx_* times umask unlink wait write_file
  }
  # What else would be taken: commands that are not for queries, but that reports may use themselves, and others that a safe interpreter hides though they do no
  # more than to take names of files apart, as the tool does for the positions of warnings.
  variable left_in_place {
    ::find_timing ::sta::find_timing ::user_run_time ::sta::user_run_time ::elapsed_run_time ::sta::elapsed_run_time
    ::define_cmd_args ::sta::define_cmd_args ::define_hidden_cmd_args ::sta::define_hidden_cmd_args
    ::file ::encoding ::tcl::file::dirname ::tcl::file::extension ::tcl::file::nativename ::tcl::file::normalize ::tcl::file::rootname ::tcl::file::tail
  }

  # Bounds. Text and lists that grow step by step are for the process's limit of memory.
  variable longest_repeat 16000000
  variable longest_list 1000000
  variable widest_format 4096
  variable most_commands 20000000
  variable deepest_call 200
  variable most_digits 20

  # Objects that the tool has handed to the running query: they are addresses in its memory, so nobody may make one up.
  variable handles
  array set handles {}
  # Calls of what was taken away. Not zero is an error in this file.
  variable trips {}
  # Where what is taken away is meanwhile: two sets of commands, pairs of a name and its place on the shelf. What only a query must not have is taken for
  # the time of it; what nobody needs but scripts that are trusted stays away until one comes, since it may be thousands of commands.
  variable shelf ::slackline::sandbox::shelf
  variable shelved {}
  variable needless_shelved {}
  # The commands of the two sets; known is false until they are looked up.
  variable taken {}
  variable needless {}
  variable known 0
  # The query that runs: its interpreter, when it began and how long it may compute, and the longest call of the tool in it, in seconds.
  variable child ""
  variable began 0
  variable allowed 0
  variable longest_call 0

  # --- the second wall: words ---

  # The words of a call as the tool will get them, or an error that tells what is wrong with one.
  proc checked { name arguments } {
    variable commands
    lassign [dict get $commands $name] options positional
    set words {}
    set place 0
    for { set i 0 } { $i < [llength $arguments] } { incr i } {
      set word [lindex $arguments $i]
      refuse_redirection $word
      if { ![is_option $word] } {
        if { $place >= [llength $positional] } {
          error "$name: '[shortened $word]' is one argument too many"
        }
        check_[lindex $positional $place] "$name: argument [expr { $place + 1 }]" $word
        incr place
        # To Tcl a line's end would be the end of a command, too.
        lappend words [string map {\n { }} $word]
        continue
      }
      set option [full_option $name $options $word]
      lappend words $option
      set kind [dict get $options $option]
      if { $kind ne "flag" } {
        if { [incr i] >= [llength $arguments] } {
          error "$name: $option needs a value"
        }
        set value [lindex $arguments $i]
        refuse_redirection $value
        # The tool looks for its options in several passes, and might take this one for another.
        if { [is_option $value] } {
          error "$name: $option needs a value, and '[shortened $value]' looks like an option"
        }
        check_$kind "$name $option" $value
        lappend words [string map {\n { }} $value]
      }
    }
    return $words
  }

  # The tool takes any of the last two words for one.
  proc refuse_redirection { word } {
    if { [string index [string trimleft $word] 0] eq ">" } {
      error "redirection is not allowed in queries: what a report prints is streamed to you"
    }
  }

  proc is_option { word } {
    return [regexp {^-[[:alpha:]]} $word]
  }

  proc full_option { name options word } {
    if { [dict exists $options $word] } {
      return $word
    }
    set candidates [lsearch -all -inline -glob [dict keys $options] [string map {\\ \\\\ * \\* ? \\? [ \\[} $word]*]
    if { [llength $candidates] == 1 } {
      return [lindex $candidates 0]
    }
    set known [expr { [dict size $options] == 0 ? "none" : [join [dict keys $options] ", "] }]
    error "$name: there is no option '[shortened $word]' in queries; allowed are: $known"
  }

  proc check_number { where value } {
    if { ![regexp {^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$} $value] || [string length $value] > 40 } {
      error "$where: '[shortened $value]' is not a number"
    }
  }

  proc check_count { where value } {
    if { ![regexp {^[0-9]{1,9}$} $value] || [string match 0?* $value] } {
      error "$where: '[shortened $value]' is not a whole number from 0 to 999999999"
    }
  }

  proc check_digits { where value } {
    variable most_digits
    if { ![regexp {^[0-9]{1,2}$} $value] || [string match 0?* $value] || $value > $most_digits } {
      error "$where: '[shortened $value]' is not a number of digits from 0 to $most_digits"
    }
  }

  proc check_word { where value } {
    if { ![regexp {^(?:\^|[A-Za-z][A-Za-z0-9_]*)$} $value] || [string length $value] > 100 } {
      error "$where: '[shortened $value]' is not a word of letters, digits and _"
    }
  }

  proc check_words { where value } {
    # Lists and the forms that are seen in scripts: {capacitance slew}, capacitance, {a|b}. Nothing that a list could unquote.
    if { ![regexp {^[A-Za-z0-9_*|, ]*$} $value] || [string length $value] > 1000 } {
      error "$where: '[shortened $value]' is not a list of words"
    }
  }

  proc check_separator { where value } {
    if { [string length $value] != 1 || [string first $value "/.:|@#^"] < 0 } {
      error "$where: '[shortened $value]' is not a separator, one of / . : | @ # ^"
    }
  }

  # PROPERTY OPERATOR VALUE, and && || ! ( ) defined() between them. Square brackets only as a bus's index.
  proc check_filter { where value } {
    variable filter_grammar
    if { ![regexp $filter_grammar $value] || [string length $value] > 4000 } {
      error "$where: '[shortened $value]' is not a filter like {direction == output && name =~ u1/*}"
    }
  }
  variable filter_grammar {^(?:[ \t]|[A-Za-z0-9_.*?/:@+-]|\[[0-9*:]+\]|==|!=|=~|!~|&&|\|\||!|\(|\))+$}

  # Lists of objects, and of names and patterns of objects. Objects must be real, and nothing may be code if the tool evaluates it.
  proc check_objects { where value {depth 0} } {
    refuse_code $where $value
    if { $depth > 0 && [string first \n $value] >= 0 } {
      error "$where: a name with the end of a line in it: write ? in its place"
    }
    if { [string first _p_ $value] < 0 && [string first \\ $value] < 0 || [is_handle $value] } {
      return
    }
    if { $depth > 8 } {
      error "$where: lists in lists in lists: '[shortened $value]'"
    }
    if { [catch { llength $value } count] || $count == 1 && [lindex $value 0] eq $value } {
      refuse_handles $where $value
      return
    }
    set strange 0
    foreach element $value {
      if { ![is_handle $element] } {
        set strange 1
        check_objects $where $element [expr { $depth + 1 }]
      }
    }
    if { $strange } {
      # The tool reads some lists with their backslashes doubled, and so in another way than we did.
      refuse_handles $where $value
    }
  }

  # Clocks that exist: OpenSTA 2.0.17 crashes when it reports the skew of none.
  proc check_clocks { where value } {
    check_objects $where $value
    foreach clock $value {
      if { ![is_handle $clock] && [llength [::get_clocks -quiet $clock]] == 0 } {
        error "$where: there is no clock '[shortened $clock]'"
      }
    }
    if { [llength $value] == 0 } {
      error "$where: no clock is given"
    }
  }

  # SWIG asks Tcl for "info commands NAME" where an object is expected, and so evaluates brackets and semicolons in NAME. Indexes
  # and the classes of regular expressions stay; for all else a pattern has ?.
  proc refuse_code { where value } {
    if { [string first \; $value] >= 0 } {
      error "$where: '[shortened $value]': write ? in the place of ;"
    }
    if { [string first \[ $value] < 0 } {
      return
    }
    foreach { all inside } [regexp -all -inline {\[([^\]]*)\]?} $value] {
      if { ![regexp {^[-+*?^.:_0-9A-Za-z\\]*$} $inside] || [llength [info commands ::[string map {* \\* ? \\? \\ {}} $inside]]] } {
        error "$where: '[shortened $all]' could be a command to Tcl: write ? in the place of the brackets"
      }
    }
  }

  proc refuse_handles { where value } {
    foreach handle [regexp -all -inline {_[0-9a-fA-F]{4,}_p_\w*} $value] {
      if { ![is_handle $handle] } {
        error "$where: '$handle' is not an object of this query; ask for it by name (get_pins, get_cells ...)"
      }
    }
  }

  proc shortened { text } {
    return [expr { [string length $text] > 80 ? "[string range $text 0 76]..." : $text }]
  }

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

  # Remembers the objects in a result, and whatever else is in it: is_handle looks again.
  proc learn { result } {
    variable handles
    if { [string match *_p_* $result] && ![catch { llength $result }] } {
      foreach word $result {
        set handles($word) 1
      }
    }
  }

  # An object that the tool has handed to this query has a command of its name in the tool; a name that only looks like one has not.
  proc is_handle { word } {
    variable handles
    return [expr { [info exists handles($word)] && [regexp {^_[0-9a-f]+_p_\w+$} $word] && [llength [info commands ::$word]] == 1 }]
  }

  # --- the first wall: the interpreter ---

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
    # Hidden commands would be there for whoever gets hold of the interpreter from outside.
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

  # --- the third wall: the main interpreter while a query runs ---

  # Looks up which of the commands this tool has, and makes the interpreter for the first query: a process that is forked for a
  # query finds it ready, fresh in every one.
  proc create {} {
    variable commands
    variable present {}
    foreach name [lsort [dict keys $commands]] {
      if { [llength [info commands ::$name]] } {
        lappend present $name
      }
    }
    variable next [make_interpreter]
  }

  # A query gets the tool without what is not needed for it, any other script the whole tool; it may bring new commands.
  proc prepare { script } {
    variable known
    if { [is_query $script] } {
      take_needless
    } else {
      give_back needless_shelved
      set known 0
    }
  }

  # What has been taken before the fork need not be taken in each child.
  proc prepare_fork { script } {
    if { [is_query $script] } {
      take_needless
    }
  }

  proc is_query { script } {
    return [string match "::slackline::sandbox::run *" $script]
  }

  # Sorts the main interpreter's commands. What is needed is what queries may call, the commands that the bodies of these name, those that their bodies name,
  # and so on. A word of a body that only looks like a command's name leaves one too many in its place, which two walls still stand before.
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

  # All commands of a namespace and those below it, without Slackline's and without those of the tool's objects, of which there may be a million.
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
    # Slackline's own procedures work beside a query, and between two queries. The words of their comments are no commands.
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
        # Nobody has to be an attacker to get there.
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

  # --- a query ---

  proc run { script seconds } {
    variable handles
    variable next
    variable child [expr { $next eq "" ? [make_interpreter] : $next }]
    set next ""
    variable allowed $seconds
    variable began [computed]
    variable longest_call 0
    array unset handles
    lock
    wake_in $seconds
    set code [catch { $child eval $script } result options]
    unlock
    interp delete $child
    # 2 is return: a script may end with it.
    if { $code == 0 || $code == 2 } {
      return $result
    }
    switch -glob -- [dict get [dict merge {-errorcode {}} $options] -errorcode] {
      {TCL LIMIT TIME*} { error "the query was stopped: it computed for more than $seconds s" }
      {TCL LIMIT COMMANDS*} { error "the query was stopped: it ran more than $::slackline::sandbox::most_commands commands" }
    }
    error $result
  }

  # Tcl's limit is one of the clock. A query waits while nobody reads what it prints, so it is asked how long it has computed.
  proc overdue {} {
    variable began
    variable allowed
    variable longest_call
    set left [expr { $allowed + $longest_call - ([computed] - $began) }]
    if { $left > 0 } {
      wake_in [expr { max($left, 0.01) }]
    }
  }

  proc wake_in { seconds } {
    variable child
    set time [expr { [clock milliseconds] + int(ceil($seconds * 1000)) }]
    $child limit time -seconds [expr { $time / 1000 }] -milliseconds [expr { $time % 1000 }]
  }

  proc computed {} {
    if { [catch { ::sta::user_run_time } seconds] } {
      return [expr { [clock milliseconds] / 1000.0 }]
    }
    return $seconds
  }
}
