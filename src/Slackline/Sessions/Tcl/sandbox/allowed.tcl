# The commands that an untrusted query may call. This is data, and the only place to change it; lists.tcl reads it, and the attack suite
# covers new entries by itself. The list is for all versions of the tool from 2.0.17 to 3.1.0, and OpenROAD, together: commands that the
# tool at hand does not have are left out.
#
#   [HEADING]           begins a group. The # lines below it say why its commands may be called
#   NAME                a command. Several names, each on a line of its own, take the same: what is written below the last of them
#     -OPTION KIND      an option. KIND is flag for one without a value; otherwise it names the check of its value, check_KIND in checks.tcl
#     @SET              the options of a set
#     KIND              an argument, in its place
#     nothing           no option and no argument
#   @SET                a set of options that several commands have
#
# Options that name a file (report_cell_usage -file) are not here, so they are refused.

namespace eval ::slackline::sandbox {
  set text(commands) {

[Sets of options]

@corner
  -corner objects
  -corners objects
  -scene objects
  -scenes objects
  -mode objects
  -modes objects

@digits
  -digits digits
  -significant_digits digits

@layout
  -format word
  -fields words
  @digits
  -no_line_splits flag
  -report_sigmas flag

@patterns
  -hsc separator
  -filter filter
  -regexp flag
  -nocase flag
  -quiet flag
  -of_objects objects

@min_max
  -min flag
  -max flag

@variance
  @digits
  @corner
  -report_variance flag

@annotated
  -max_line count
  -max_lines count
  -list_annotated flag
  -list_not_annotated flag
  -report_annotated flag
  -report_unannotated flag
  -constant_arcs flag
  @corner

@paths
  -from objects
  -rise_from objects
  -fall_from objects
  -through objects
  -rise_through objects
  -fall_through objects
  -to objects
  -rise_to objects
  -fall_to objects
  -path_delay word
  -unconstrained flag
  -group_count count
  -endpoint_count count
  -group_path_count count
  -endpoint_path_count count
  -unique_paths_to_endpoint flag
  -unique_edges_to_endpoint flag
  -dedup_by_word flag
  -dedup_same_word flag
  -deduplication_mode word
  -slack_max number
  -slack_min number
  -sort_by_slack flag
  -path_group objects
  @corner

[Timing paths]
# They search for paths and print them, or return them. A search frees the paths of the one before; nothing of the design changes.

report_checks
  @paths
  @layout

find_timing_paths
  @paths

report_path
  @min_max
  -all flag
  -tags flag
  @layout
  objects
  word

[Checks]
# They print what the timing update has found.

report_check_types
  -violators flag
  -all_violators flag
  -verbose flag
  @layout
  @corner
  -max_delay flag
  -min_delay flag
  -recovery flag
  -removal flag
  -clock_gating_setup flag
  -clock_gating_hold flag
  -max_transition flag
  -min_transition flag
  -max_slew flag
  -min_slew flag
  -max_fanout flag
  -min_fanout flag
  -max_capacitance flag
  -min_capacitance flag
  -min_pulse_width flag
  -min_period flag
  -max_skew flag
  -net objects
  -max_count count

check_setup
  -verbose flag
  -no_input_delay flag
  -no_output_delay flag
  -multiple_clock flag
  -no_clock flag
  -unconstrained_endpoints flag
  -loops flag
  -generated_clocks flag

[Worst and total slack]
# They print or return one number.

report_tns
report_wns
report_worst_slack
report_worst_negative_slack
report_total_negative_slack
  @min_max
  @digits

worst_slack
worst_negative_slack
total_negative_slack
  @min_max
  @corner

[Clocks]
# They print what is known of clocks, or return a skew.

worst_clock_skew
  -setup flag
  -hold flag
  -include_internal_latency flag
  @corner

report_clock_skew
report_clock_latency
  -setup flag
  -hold flag
  -clock clocks
  -clocks clocks
  -include_internal_latency flag
  @digits
  @corner

report_clock_min_period
  -clock objects
  -clocks objects
  -include_port_paths flag
  @corner
  @digits

report_clock_properties
report_clock
  objects

report_pulse_width_checks
  -verbose flag
  @layout
  @corner
  objects

[Objects of the design]
# They print what is known of pins, nets, instances and library cells.

report_arrival
report_arrivals
report_required
report_requireds
report_slack
report_slacks
report_slews
  @variance
  objects

report_instance
report_cell
report_pin
report_lib_cell
  -connections flag
  -verbose flag
  @digits
  @corner
  objects

report_net
  -connections flag
  -verbose flag
  -hier_pins flag
  @digits
  @corner
  objects

report_edges
  -from objects
  -to objects
  @digits
  -report_variance flag

report_dcalc
  -from objects
  -to objects
  @min_max
  @digits
  @corner

report_power
  -instances objects
  -highest_power_instances count
  -format word
  @digits
  @corner

report_constant
  objects

report_disabled_edges
report_units
  nothing

report_object_names
report_object_full_names
  -verbose flag
  objects

[Annotations]
# They print which delays, checks, parasitics and activities files have given.

report_annotated_delay
  -cell flag
  -net flag
  -from_in_ports flag
  -to_out_ports flag
  @annotated

report_annotated_check
  -setup flag
  -hold flag
  -recovery flag
  -removal flag
  -nochange flag
  -width flag
  -period flag
  -max_skew flag
  @annotated

report_parasitic_annotation
  -name objects
  -report_unannotated flag
  @corner

report_activity_annotation
  -report_unannotated flag
  -report_annotated flag

[Statistics]
# They count, and print what they have counted.

report_timing_histogram
  -num_bins count
  -bin_size number
  -setup flag
  -hold flag

report_logic_depth_histogram
  -num_bins count
  -exclude_buffers flag
  -exclude_inverters flag

report_cell_usage
  -verbose flag
  objects

report_design_area
  nothing

[Help]
# It prints how commands are used.

help
  -verbose flag
  objects

[Finding objects]
# They return objects of the design. A query may use no others (is_handle in checks.tcl).

get_cells
get_nets
get_cell
get_net
  -hierarchical flag
  @patterns
  objects

get_pins
get_pin
  -hierarchical flag
  @patterns
  objects

get_ports
get_clocks
get_libs
get_lib_cells
get_lib_pins
get_port
get_clock
get_lib
get_lib_cell
get_lib_pin
  @patterns
  objects

get_scenes
get_modes
  @corner
  -filter filter
  objects

get_timing_edges
  -from objects
  -to objects
  -of_objects objects
  -filter filter

get_fanin
get_fanout
all_fanin
all_fanout
  -to objects
  -from objects
  -flat flag
  -only_cells flag
  -startpoints_only flag
  -endpoints_only flag
  -levels count
  -pin_levels count
  -trace_arcs word

all_clocks
all_outputs
  nothing

all_inputs
  -no_clocks flag

all_registers
  -clock objects
  -rise_clock objects
  -fall_clock objects
  -cells flag
  -data_pins flag
  -clock_pins flag
  -async_pins flag
  -output_pins flag
  -level_sensitive flag
  -edge_triggered flag

[Properties of objects]
# They return a name, or another property of an object.

get_name
get_full_name
  objects

get_property
  -object_type word
  -quiet flag
  objects
  word

[Where one is]
# With an argument these two set something, so they take none.

current_design
current_instance
  nothing

  }

  # Tcl's commands that a query has. They touch nothing but values and the interpreter's own variables and procedures.
  set text(tcl_commands) {

[Control]
break
catch
continue
error
eval
for
foreach
if
lmap
return
switch
throw
try
while

[Procedures and variables]
append
apply
global
incr
info
proc
set
unset
uplevel
upvar

[Values: arrays, dictionaries, lists, numbers]
array
concat
dict
expr
join
lappend
lassign
lindex
linsert
list
llength
lrange
lrepeat
lreplace
lreverse
lsearch
lset
lsort
split

[Text]
format
regexp
regsub
scan
string
subst

  }

  # Of info, what does not look beyond the interpreter.
  set text(info_subcommands) {
args
body
commands
complete
default
exists
globals
level
locals
procs
vars
  }

  # The namespaces in it that are left: what the ensembles above are made of, and expr's functions.
  set text(tcl_namespaces) {
::tcl::array
::tcl::dict
::tcl::info
::tcl::mathfunc
::tcl::mathop
::tcl::string
  }
}
